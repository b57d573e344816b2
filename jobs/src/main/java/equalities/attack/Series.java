package equalities.attack;

/** Counts of one kind; what leads from one to another is what follows from the definitions of their measures. */
record Series(String period, String measure, String basis) {
    @Override
    public String toString() {
        return measure + " (" + basis + ") " + period;
    }
}
