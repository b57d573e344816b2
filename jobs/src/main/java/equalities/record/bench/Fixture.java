package equalities.record.bench;

/**
 * A file and what it holds.
 *
 * @param kind what was done to it; several files are of a kind
 */
record Fixture(String kind, String name, byte[] bytes, CleanTable expected) {}
