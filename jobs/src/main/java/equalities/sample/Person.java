package equalities.sample;

import equalities.sample.World.LegalStatus;
import equalities.sample.World.Saying;
import equalities.sample.World.Site;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented person.
 *
 * @param second where they have a second stay, or null
 * @param atHospital characteristic to what the hospital wrote down
 * @param atAdvocate the same of the advocate; what it would be if they were seen
 * @param seen whether they saw an advocate
 * @param referred the day of referral, if seen
 */
record Person(
        String nhsNumber,
        LocalDate born,
        LocalDate start,
        @Nullable LocalDate end,
        LegalStatus legalStatus,
        String legalStatusWritten,
        Site site,
        @Nullable Site second,
        Map<String, Said> atHospital,
        Map<String, Said> atAdvocate,
        boolean seen,
        LocalDate referred) {

    /** An answer as it stands in a record. */
    record Said(Saying saying, String written) {}

    Person whoIsSeen(boolean now) {
        return new Person(
                nhsNumber,
                born,
                start,
                end,
                legalStatus,
                legalStatusWritten,
                site,
                second,
                atHospital,
                atAdvocate,
                now,
                referred);
    }
}
