package equalities.engine.parquet;

import equalities.lake.ZoneFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file that is locked while it is written.
 *
 * @param as where it will be opened
 */
record LockedOutput(ZoneFiles files, Path file, Path as) implements WholeOutput {
    @Override
    public PositionOutputStream create(long blockSize) throws IOException {
        OutputStream to = files.create(file, as);
        return new PositionOutputStream() {
            private long position;

            @Override
            public long getPos() {
                return position;
            }

            @Override
            public void write(int one) throws IOException {
                to.write(one);
                position++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                to.write(bytes, from, length);
                position += length;
            }

            @Override
            public void close() throws IOException {
                to.close();
            }
        };
    }
}
