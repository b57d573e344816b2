package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may do what with a file or folder, where the file system knows of owners, groups and others. */
public final class Rights {
    /** Of a folder that its owner alone may read. */
    public static final String OWNERS_FOLDER = "rwx------";

    /** Of a file that its owner alone may read. */
    public static final String OWNERS_FILE = "rw-------";

    private Rights() {}

    /**
     * Gives a file or folder its rights.
     *
     * @param rights as {@code ls -l} writes them, such as {@code rwxr-x---}
     */
    public static void set(Path path, String rights) throws IOException {
        if (areKnown(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /** Whether the file system of a path knows of them. */
    public static boolean areKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
