package equalities.stage.standardise;

/** Rows of a submission show, or are so slow to show, that all of it has to be set aside. */
record SheetRefused(String submission, String reason, String fix) implements SheetRead {}
