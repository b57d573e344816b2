package equalities.cli;

import equalities.lake.Home;
import equalities.lake.SecretFile;
import equalities.lake.WrongKey;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the key of the received files comes from: a file, or the environment. Its text is 64 hexadecimal digits; while a key is
 * exchanged the new one stands first, and behind a blank or line's end the old one.
 */
final class ReceivedKey {
    private static final String MEND = " Put the right one back from its safe copy.";

    private ReceivedKey() {}

    /**
     * The keys that are given; none where the received files are not to be locked.
     *
     * @throws UsageException when what is given is no key, or others may read it; without what stands there
     * @throws WrongKey when the key's file is lost, and the home is locked
     */
    static ZoneKeys of(Settings settings) throws IOException {
        boolean inFile = settings.optional(Setting.RECEIVED_KEY_FILE).isPresent();
        boolean here = settings.optional(Setting.RECEIVED_KEY).isPresent();
        if (inFile && here) {
            throw new UsageException("The key of the received files is given twice: by received-key-file, and by "
                    + Setting.RECEIVED_KEY.variable() + ". Take one away.");
        }
        if (here) {
            return read(settings.text(Setting.RECEIVED_KEY), Setting.RECEIVED_KEY.variable());
        }
        return inFile ? read(settings.path(Setting.RECEIVED_KEY_FILE), new Home(settings.home())) : ZoneKeys.NONE;
    }

    private static ZoneKeys read(Path file, Home home) throws IOException {
        if (!Files.isRegularFile(file)) {
            ZoneStore received = home.zone(Zone.RECEIVED);
            String print = received.current().key();
            if (print != null) {
                throw WrongKey.lost(received, print, file);
            }
            throw new UsageException("There is no file " + file
                    + " with a key of received files. 'equalities encrypt' makes" + " one, or: openssl rand -hex 32");
        }
        PersonKeyFile.checkOwnerOnly(file);
        return read(Files.readString(file), "The file " + file);
    }

    static ZoneKeys read(String text, String where) {
        try {
            List<ZoneKey> keys =
                    Arrays.stream(text.strip().split("\\s+")).map(ZoneKey::of).toList();
            return new ZoneKeys(keys);
        } catch (IllegalArgumentException noKey) {
            throw new UsageException(where + " holds no key: it is " + ZoneKey.DIGITS + " hexadecimal digits." + MEND);
        }
    }

    /** Makes a key where its file is not there. */
    static void make(Path file) throws IOException {
        SecretFile.make(file, text(List.of(ZoneKey.make())));
    }

    /** Leaves the first of the keys in their file, and keeps the others beside it, for backups that they lock. */
    static void retire(Path file, ZoneKeys keys) throws IOException {
        for (ZoneKey old : keys.keys().subList(1, keys.keys().size())) {
            write(file.resolveSibling(file.getFileName() + "." + old.print()), List.of(old));
        }
        write(file, keys.keys().subList(0, 1));
    }

    /** Writes keys into their file, for its owner alone, in one atomic step. */
    static void write(Path file, List<ZoneKey> keys) throws IOException {
        SecretFile.replace(file, text(keys));
    }

    private static byte[] text(List<ZoneKey> keys) {
        String lines = keys.stream().map(ZoneKey::text).collect(Collectors.joining("\n", "", "\n"));
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
