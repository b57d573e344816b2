package equalities.record;

import equalities.spec.RowRule.Severity;

/**
 * What is wrong with a cell or a row, in words without the value.
 *
 * @param rule its name, as a person reads it
 * @param message what was found
 * @param fix how to mend it
 * @param severity what it does to the row
 */
record Fault(String rule, String message, String fix, Severity severity) {
    static Fault error(String rule, String message, String fix) {
        return new Fault(rule, message, fix, Severity.ERROR);
    }

    static Fault warning(String rule, String message, String fix) {
        return new Fault(rule, message, fix, Severity.WARNING);
    }

    static Fault note(String rule, String message, String fix) {
        return new Fault(rule, message, fix, Severity.NOTE);
    }

    boolean warning() {
        return severity == Severity.WARNING;
    }
}
