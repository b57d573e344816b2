package equalities.attack;

/**
 * What a release says of one count.
 *
 * @param value the number that is shown, rounded; 0 when none is
 */
record Count(Cell cell, long value, Mark mark) {
    /** The least that it can be, as it is shown. */
    double lower(long half) {
        return switch (mark) {
            case SHOWN -> Math.max(0, value - half);
            case LOW -> 1;
            case HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE -> 0;
        };
    }

    /** The most that it can be, as it is shown. */
    double upper(long half) {
        return switch (mark) {
            case SHOWN -> value + half;
            case LOW -> Math.max(1, half);
            case HIDDEN, NOT_AVAILABLE -> Double.POSITIVE_INFINITY;
            case NOT_APPLICABLE -> 0;
        };
    }

    /** How it is shown, in words. */
    String shown() {
        return switch (mark) {
            case SHOWN -> String.valueOf(value);
            case LOW -> "low";
            case HIDDEN -> "hidden";
            case NOT_AVAILABLE -> "not available";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    /** Whether the policy promises that nobody finds it out. */
    boolean isProtected() {
        return mark == Mark.LOW || mark == Mark.HIDDEN;
    }

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
