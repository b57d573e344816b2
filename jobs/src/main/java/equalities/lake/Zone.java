package equalities.lake;

import java.util.Locale;

/** The rooms of a home, in the order in which data flows through them. */
public enum Zone {
    RECEIVED(true),
    STANDARD(false),
    HELD(true),
    WAREHOUSE(false),
    FINDINGS(false),
    PROTECTED(false),
    PUBLISHED(false);

    private final boolean identifiable;

    Zone(boolean identifiable) {
        this.identifiable = identifiable;
    }

    /** The folder's name. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether tables of people and of small groups under pseudonyms stand in it, which can be locked as Parquet. */
    public boolean pseudonymous() {
        return this == STANDARD || this == WAREHOUSE || this == FINDINGS;
    }

    /** Whether people can be recognised in it, so that only its owner may read it. */
    public boolean identifiable() {
        return identifiable;
    }
}
