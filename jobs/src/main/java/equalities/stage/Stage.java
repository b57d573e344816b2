package equalities.stage;

import java.util.Locale;

/** The way through, in order: also the names of the packages, jobs, sub-commands and scheduled tasks. */
public enum Stage {
    RECEIVE("landing to received: copies what providers sent, by its SHA-256, and checks who sent it"),
    STANDARDISE("received to standard and held: rows become typed and coded, people become pseudonyms"),
    CONSOLIDATE("standard to warehouse: one answer per person and characteristic, who qualifies, the ledger closed"),
    ANALYSE("warehouse to findings: uptake, gaps crude and adjusted, what the unknowns could do"),
    PROTECT("findings to protected: small counts hidden, others rounded"),
    PUBLISH("protected to published: an immutable release with tables and a report");

    private final String does;

    Stage(String does) {
        this.does = does;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line of help. */
    public String does() {
        return does;
    }
}
