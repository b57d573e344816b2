package equalities.stage.protect;

/**
 * A count before it is protected.
 *
 * @param known whether its answer tells something, or is one of the kinds of not knowing
 */
record Cell(CellKey key, long count, boolean known) {}
