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
 * @param people the people it stands for, as a sentence names them ({@code patients with a hearing impairment}), or blank
 */
public record Code(
        String code,
        String label,
        String group,
        int sort,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String people)
        implements Serializable {
    /** The people it stands for; by its label when the list does not say. */
    public String peopleInWords() {
        return people.isBlank() ? label + " patients" : people;
    }
}
