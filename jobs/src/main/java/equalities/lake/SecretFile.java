package equalities.lake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files with secrets: for their owner alone before a byte is in them, and in their place in one atomic step. */
public final class SecretFile {
    private SecretFile() {}

    /** Makes a file where there is none. */
    public static void make(Path file, byte[] secret) throws IOException {
        Path fresh = fresh(file, secret, Rights.OWNERS_FILE);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // Somebody made one in between; theirs counts.
        }
        Files.delete(fresh);
        Durable.syncFolder(file); // What is locked or named by a secret and lies on the disk is nothing without it.
    }

    /** Puts a secret into the place of what is there. */
    public static void replace(Path file, byte[] secret) throws IOException {
        Durable.replace(file, fresh(file, secret, Rights.OWNERS_FILE));
    }

    /** Bytes in a file beside, on the disk, with these rights from the start. */
    static Path fresh(Path file, byte[] bytes, String rights) throws IOException {
        Path fresh = Durable.next(file);
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        Rights.set(fresh, rights);
        Durable.write(fresh, bytes);
        return fresh;
    }
}
