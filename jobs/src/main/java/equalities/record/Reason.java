package equalities.record;

import equalities.spec.RowRule.Severity;
import java.io.Serializable;

/**
 * Why a row is held, or accepted with a word of warning. Holds nothing of what was written in a cell.
 *
 * @param columnLetter as the spreadsheet shows it, blank for the whole row
 * @param rule its name, as a person reads it
 * @param message what was found
 * @param fix how to mend it
 */
public record Reason(
        String sheet,
        long rowNumber,
        String columnLetter,
        String heading,
        String rule,
        Severity severity,
        String message,
        String fix)
        implements Serializable {}
