package equalities.cli;

import equalities.lake.Rights;
import equalities.lake.SecretFile;
import equalities.record.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;

/** The file with the secret behind the pseudonyms: 32 bytes, readable by its owner only. */
final class PersonKeyFile {
    private static final int BYTES = 32;

    private PersonKeyFile() {}

    /**
     * Reads the key; makes one first when there is none.
     *
     * @throws UsageException when the file is no key, or others may read it
     */
    static PersonKey readOrMake(Path file) throws IOException {
        make(file);
        return read(file);
    }

    /**
     * Reads the key.
     *
     * @throws UsageException when the file is no key, or others may read it
     */
    static PersonKey read(Path file) throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new UsageException("The person key file " + file + " holds " + key.length
                    + " bytes and not 32. Put the right file back, or name another with --set person-key-file=FILE.");
        }
        checkOwnerOnly(file);
        return new PersonKey(key);
    }

    /**
     * Refuses a file with a secret that others may read, where the file system knows of others.
     *
     * @throws UsageException with the mend
     */
    static void checkOwnerOnly(Path file) throws IOException {
        if (Rights.areKnown(file) && othersMayRead(file)) {
            throw new UsageException(
                    "Others may read the secret in the file " + file + ". Mend it with: chmod 600 " + file);
        }
    }

    private static boolean othersMayRead(Path file) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ);
    }

    private static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.make(file, fresh());
        }
    }

    /** Puts a new key into the place of the one there, in one atomic step. */
    static void replace(Path file) throws IOException {
        SecretFile.replace(file, fresh());
    }

    private static byte[] fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
