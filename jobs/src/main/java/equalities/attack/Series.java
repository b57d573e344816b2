package equalities.attack;

/** Counts of one kind: no relation leads from one series to another. */
record Series(String period, String measure, String basis) {
    @Override
    public String toString() {
        return measure + " (" + basis + ") " + period;
    }
}
