package equalities.attack;

/**
 * A true count that a stranger looks for.
 *
 * @param state what was published of it, in words
 * @param isProtected whether nobody may come to know it well
 */
record Unknown(int index, Series series, Cell cell, String since, String state, boolean isProtected) {
    static final String NOT_PUBLISHED = "not published";

    /**
     * Whether an interval tells too much of it. What is left of a whole is rarely small, so that it must be small for
     * sure; what was hidden was hidden for a reason, so that it is enough that it may be.
     */
    boolean isToldBy(Interval interval, Structure.Policy policy) {
        boolean small = state.equals(NOT_PUBLISHED) ? interval.upper() < policy.threshold() : true;
        return small && interval.tells(policy);
    }

    /** The cell, and in which releases when it was another number in others. */
    String words() {
        return since.isEmpty() ? cell.toString() : cell + " (" + since + ")";
    }
}
