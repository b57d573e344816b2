package equalities.attack;

/**
 * A true count that a stranger looks for.
 *
 * @param state what was published of it, in words
 * @param isProtected whether nobody may come to know it well
 */
record Unknown(int index, Cell cell, String since, String state, boolean isProtected) {
    /** The cell, and in which releases when it was another number in others. */
    String words() {
        return since.isEmpty() ? cell.toString() : cell + " (" + since + ")";
    }
}
