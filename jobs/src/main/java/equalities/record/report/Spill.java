package equalities.record.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Lists of texts that grow on disk, so that the number of faults never meets the memory. The file is readable by its
 * owner only and gone when this is closed.
 */
public final class Spill implements AutoCloseable {
    private static final int BLOCK = 1 << 13;

    private final Path path;
    private final RandomAccessFile file;

    private Spill(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** A spill in the folder for temporary files. */
    public static Spill open() throws IOException {
        return new Spill(Files.createTempFile("equalities-report", ".spill"));
    }

    /** A new, empty list. */
    Entries entries() {
        return new Entries();
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }

    /** One list. Blocks of it are chained on disk, each with the place of the one before, and read in their order. */
    final class Entries {
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private long[] blocks = new long[4];
        private int written;

        void add(String... texts) throws IOException {
            DataOutputStream out = new DataOutputStream(buffer);
            out.writeInt(texts.length);
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            if (buffer.size() >= BLOCK) {
                flush();
            }
        }

        private void flush() throws IOException {
            if (written == blocks.length) {
                blocks = java.util.Arrays.copyOf(blocks, 2 * written);
            }
            blocks[written++] = file.length();
            file.seek(file.length());
            file.writeInt(buffer.size());
            file.write(buffer.toByteArray());
            buffer.reset();
        }

        /** All entries in the order in which they were added; may be asked for again. */
        Iterator<String[]> iterator() {
            return new Iterator<>() {
                private int block;
                private DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[0]));

                @Override
                public boolean hasNext() {
                    try {
                        while (in.available() == 0 && block <= written) {
                            in = new DataInputStream(new ByteArrayInputStream(block(block++)));
                        }
                        return in.available() > 0;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }

                @Override
                public String[] next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    try {
                        String[] texts = new String[in.readInt()];
                        for (int i = 0; i < texts.length; i++) {
                            texts[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                        }
                        return texts;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            };
        }

        private byte[] block(int number) throws IOException {
            if (number == written) {
                return buffer.toByteArray();
            }
            file.seek(blocks[number]);
            byte[] bytes = new byte[file.readInt()];
            file.readFully(bytes);
            return bytes;
        }
    }
}
