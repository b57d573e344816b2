package equalities.attack;

/**
 * What a release says of one count.
 *
 * @param value the number that is shown, rounded; 0 when none is
 */
record Count(Cell cell, long value, Mark mark) {
    /** Why there is no plain number. */
    enum Mark {
        SHOWN(""),
        HIDDEN("c"),
        NOT_AVAILABLE("x"),
        NOT_APPLICABLE("z"),
        LOW("low");

        private final String letter;

        Mark(String letter) {
            this.letter = letter;
        }

        static Mark of(String letter) {
            for (Mark mark : values()) {
                if (mark.letter.equals(letter)) {
                    return mark;
                }
            }
            throw new AttackException("counts.csv has the mark '" + letter + "'. It knows c, x, z, low and none.");
        }
    }
}
