package equalities.record;

import equalities.record.text.Repair;
import java.io.Serializable;

/**
 * What had to be done to read a row, in words without the value.
 *
 * @param rule its name, as a person reads it
 * @param message what was found and done
 * @param fix how to mend it
 */
public record Note(String rule, String message, String fix) implements Serializable {
    static Note of(Repair repair) {
        return new Note(repair.rule(), repair.message(), repair.fix());
    }
}
