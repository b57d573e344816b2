package equalities.cli;

import equalities.lake.Home;
import equalities.lake.WrongKey;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the key of the pseudonymous tables comes from: a file outside the home, or the environment. */
final class WarehouseKey {
    private WarehouseKey() {}

    /**
     * The home, whose tables are read and written with the key that is given.
     *
     * @throws UsageException when what is given is no key, others may read it, or it is not to be this one
     * @throws WrongKey when the key's file is lost, and tables are locked
     */
    static Home home(Settings settings) throws IOException {
        return new Home(settings.home(), of(settings));
    }

    private static ZoneKeys of(Settings settings) throws IOException {
        boolean inFile = settings.optional(Setting.WAREHOUSE_KEY_FILE).isPresent();
        boolean here = settings.optional(Setting.WAREHOUSE_KEY).isPresent();
        if (inFile && here) {
            throw new UsageException("The key of the warehouse is given twice: by warehouse-key-file, and by "
                    + Setting.WAREHOUSE_KEY.variable() + ". Take one away.");
        }
        if (!inFile && !here) {
            return ZoneKeys.NONE;
        }
        ZoneKeys keys = here
                ? ReceivedKey.read(settings.text(Setting.WAREHOUSE_KEY), Setting.WAREHOUSE_KEY.variable())
                : read(settings.path(Setting.WAREHOUSE_KEY_FILE), new Home(settings.home()));
        return checked(keys, settings);
    }

    private static ZoneKeys read(Path file, Home home) throws IOException {
        if (file.toAbsolutePath().normalize().startsWith(home.root())) {
            throw new UsageException(
                    "A key in the home it locks protects nothing: whoever takes the one takes the other."
                            + " Name another place than " + file + " with --set warehouse-key-file=FILE.");
        }
        if (!Files.isRegularFile(file)) {
            ZoneStore warehouse = home.zone(Zone.WAREHOUSE);
            String print = warehouse.current().key();
            if (print != null) {
                throw WrongKey.lostOfTables(warehouse, print, file);
            }
            throw new UsageException(
                    "There is no file " + file + " with a key of the warehouse. Make one with: (umask 077;"
                            + " openssl rand -hex 32 > " + file + ")");
        }
        PersonKeyFile.checkOwnerOnly(file);
        return ReceivedKey.read(Files.readString(file), "The file " + file);
    }

    /** Who analyses has this key, and is not to read with it who was received. */
    private static ZoneKeys checked(ZoneKeys keys, Settings settings) throws IOException {
        Optional<ZoneKey> key = keys.first();
        if (ReceivedKey.of(settings).keys().stream()
                .anyMatch(other -> other.print().equals(key.map(ZoneKey::print).orElse("")))) {
            throw new UsageException(
                    "The key of the warehouse is that of received files, so that analysts could read who is in"
                            + " these. Make another one for the warehouse.");
        }
        return keys;
    }
}
