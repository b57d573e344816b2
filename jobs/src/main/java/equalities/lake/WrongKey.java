package equalities.lake;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a zone are locked with another key than those given, or with none. Nothing is damaged. */
public final class WrongKey extends IOException {
    private static final long serialVersionUID = 1;
    private static final String MEND =
            "Nothing is damaged: name the file of key %s with --set received-key-file=FILE, or"
                    + " put it back from its safe copy. Without that key these files cannot be read by anybody; what was made of"
                    + " them before still can.";

    private static final String TABLES =
            "Nothing is damaged: name the file of key %s with --set warehouse-key-file=FILE, or put it back from its safe copy. If"
                    + " it is lost, name a file with a new key and run 'equalities run': the tables are made anew of what was"
                    + " received. To have them in the clear: run standardise, consolidate and analyse with --again and no key.";

    private WrongKey(String message) {
        super(message);
    }

    /** A key that is named and is not where it is to lie. */
    public static WrongKey lost(ZoneStore zone, String print, Path file) {
        return new WrongKey("The files of " + zone.root() + " are locked with key " + print + ", and there is no file "
                + file + " in which it is to lie. " + MEND.formatted(print));
    }

    /** @param print what the key is known by that the tables are locked with */
    static WrongKey ofTables(ZoneStore zone, String print, ZoneKeys given) {
        return new WrongKey("The tables of " + zone.root() + " are locked with key " + print + "; " + given.prints()
                + ". " + TABLES.formatted(print));
    }

    /** The same, where the file that is named is not there. */
    public static WrongKey lostOfTables(ZoneStore zone, String print, Path file) {
        return new WrongKey("The tables of " + zone.root() + " are locked with key " + print + ", and there is no file "
                + file + " in which it is to lie. " + TABLES.formatted(print));
    }

    /** @param print what the key is known by that the files are locked with; null when they are not locked */
    static WrongKey of(ZoneStore zone, @Nullable String print, ZoneKeys given) {
        String whose = "The files of " + zone.root() + " are ";
        return new WrongKey(
                print == null
                        ? whose + "not encrypted, and " + given.prints() + ". Run 'equalities encrypt --home "
                                + zone.root().resolveSibling(".").normalize()
                                + "' once, or take the setting received-key-file (or EQUALITIES_RECEIVED_KEY) away."
                        : whose + "locked with key " + print + "; " + given.prints() + ". " + MEND.formatted(print));
    }
}
