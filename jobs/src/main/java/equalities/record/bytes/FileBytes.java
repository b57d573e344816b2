package equalities.record.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a file, wherever they lie and however they are kept there. May be opened again and again, by several threads. */
@FunctionalInterface
public interface FileBytes {
    /** From the first byte on; the caller closes it. */
    SeekableByteChannel open() throws IOException;

    /** The file itself, where its bytes lie in it as they are: for libraries that read a file better than a channel. */
    default Optional<Path> plainFile() {
        return Optional.empty();
    }

    /** From the first byte on; the caller closes it. */
    default InputStream stream() throws IOException {
        return Channels.newInputStream(open());
    }

    /** How many there are. */
    default long size() throws IOException {
        try (SeekableByteChannel channel = open()) {
            return channel.size();
        }
    }

    /**
     * Reads to the end. What a reader of a format cannot read is its sender's fault only where this can.
     *
     * @throws IOException when the bytes cannot be read
     */
    default void readToEnd() throws IOException {
        if (plainFile().map(Files::isRegularFile).orElse(true)) { // A device never ends.
            try (InputStream in = stream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Those of a plain file, where there is one, and other bytes where there is none. */
    static FileBytes of(Optional<Path> plainFile, FileBytes otherwise) {
        return plainFile.map(FileBytes::of).orElse(otherwise);
    }

    /** Those of a file as it lies there. */
    static FileBytes of(Path file) {
        return new FileBytes() {
            @Override
            public SeekableByteChannel open() throws IOException {
                return Files.newByteChannel(file);
            }

            @Override
            public Optional<Path> plainFile() {
                return Optional.of(file);
            }
        };
    }
}
