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

    /** The rights of a file or folder, as {@code ls -l} writes them. */
    public static String of(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Rights as {@code chmod} takes them, such as {@code 750}. */
    public static String octal(String rights) {
        StringBuilder octal = new StringBuilder();
        for (int who = 0; who < rights.length(); who += 3) {
            String bits =
                    rights.substring(who, who + 3).replaceAll("[rwx]", "1").replace('-', '0');
            octal.append(Integer.parseInt(bits, 2));
        }
        return octal.toString();
    }

    /** Whether the file system of a path knows of them. */
    public static boolean areKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
