package equalities.audit;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that was done.
 *
 * @param facts counts, identifiers of submissions and runs, names of folders: nothing of a person
 */
public record Event(What what, Map<String, ?> facts) {
    public Event {
        facts = new TreeMap<>(facts);
    }

    /** The kinds of things that are written down. */
    public enum What {
        /** A command that writes in the home, or out of it, begins; before it does. */
        BEGAN,
        /** It ended, and how; none when its process was killed. */
        ENDED,
        /** What became of the rows of a submission, when that is another than before. */
        SUBMISSION,
        /** A release was published. */
        RELEASE,
        /** The key of the pseudonyms is another now. */
        PERSON_KEY,
        /** The files of the identifiable zones are locked with another key now, or not locked any more. */
        ZONE_KEY,
        /** The pseudonymous tables are locked with another key now, or not locked any more. */
        TABLE_KEY,
        /** People were taken out. */
        ERASURE;

        /** As the log has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The name of a folder or file as it may stand in the log: nine digits or more, whatever parts them, stand as {@code #}. */
    public static String place(Object path) {
        return path.toString().replaceAll("\\d(?:[ ._-]?\\d){8,}", "#");
    }
}
