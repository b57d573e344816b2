package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file's bytes as Parquet's own reader takes them. */
record ParquetBytes(FileBytes bytes) implements InputFile {
    @Override
    public long getLength() throws IOException {
        try (SeekableByteChannel channel = bytes.open()) {
            return channel.size();
        }
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        SeekableByteChannel channel = bytes.open();
        return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
            @Override
            public long getPos() throws IOException {
                return channel.position();
            }

            @Override
            public void seek(long position) throws IOException {
                channel.position(position);
            }
        };
    }
}
