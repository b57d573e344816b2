package equalities.record;

/**
 * What is wrong with a cell or a row, in words without the value.
 *
 * @param rule its name, as a person reads it
 * @param message what was found
 * @param fix how to mend it
 * @param warning whether the row is accepted all the same
 */
record Fault(String rule, String message, String fix, boolean warning) {
    static Fault error(String rule, String message, String fix) {
        return new Fault(rule, message, fix, false);
    }

    static Fault warning(String rule, String message, String fix) {
        return new Fault(rule, message, fix, true);
    }
}
