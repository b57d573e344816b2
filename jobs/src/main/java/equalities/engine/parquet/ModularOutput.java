package equalities.engine.parquet;

import equalities.lake.ZoneKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.PositionOutputStream;

/** A Parquet file that is held in memory while it is written, and only ever on the disk as it is locked. */
record ModularOutput(Path file, ZoneKey key) implements WholeOutput {
    @Override
    public PositionOutputStream create(long blockSize) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        return new PositionOutputStream() {
            private boolean closed;

            @Override
            public long getPos() {
                return plain.size();
            }

            @Override
            public void write(int one) {
                plain.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                plain.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    Files.write(file, ModularLock.lock(plain.toByteArray(), key));
                }
            }
        };
    }
}
