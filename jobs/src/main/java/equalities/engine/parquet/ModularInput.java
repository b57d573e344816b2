package equalities.engine.parquet;

import equalities.lake.ZoneKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A locked Parquet file as its reader takes it: unlocked in memory. */
record ModularInput(byte[] plain) implements InputFile {
    static ModularInput of(Path file, ZoneKey key) throws IOException {
        return new ModularInput(ModularLock.unlock(Files.readAllBytes(file), key));
    }

    @Override
    public long getLength() {
        return plain.length;
    }

    @Override
    public SeekableInputStream newStream() {
        Bytes bytes = new Bytes(plain);
        return new DelegatingSeekableInputStream(bytes) {
            @Override
            public long getPos() {
                return bytes.position();
            }

            @Override
            public void seek(long to) {
                bytes.seek(to);
            }
        };
    }

    /** Bytes that can be read from any place on. */
    private static final class Bytes extends ByteArrayInputStream {
        Bytes(byte[] bytes) {
            super(bytes);
        }

        long position() {
            return pos;
        }

        void seek(long to) {
            pos = Math.toIntExact(to);
        }
    }
}
