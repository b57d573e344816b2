package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a code list.
 *
 * @param code the code as stored, always text ({@code 01}, {@code NN}, {@code q4})
 * @param label the code in words
 * @param group the upper group it rolls up to, or the word of a {@link Status}
 * @param sort the order in which lists are shown
 * @param validFrom first day of validity, or null when always
 * @param validTo last day of validity, or null when open
 */
public record Code(
        String code,
        String label,
        String group,
        int sort,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) implements Serializable {}
