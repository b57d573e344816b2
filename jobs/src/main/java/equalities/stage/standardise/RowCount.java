package equalities.stage.standardise;

/**
 * How many rows of one sheet had one outcome.
 *
 * @param submission its identity, {@link Task#identity}
 * @param outcome accepted, held, repeated or blank
 */
record RowCount(String submission, String outcome, long rows) implements SheetRead {}
