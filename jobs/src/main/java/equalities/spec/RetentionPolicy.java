package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long what is kept: {@code schemas/policies/retention.yaml}.
 *
 * @param received submissions, and all that follows from them
 * @param held rows that are kept aside until their sender mends them
 */
public record RetentionPolicy(Time received, Time held) implements Serializable {
    /** What the years are counted from. */
    public enum Start {
        END_OF_PERIOD,
        RECEIVED
    }

    /**
     * @param from the first day on which the policy is applied, or null for ever
     * @param source who asks for it
     */
    public record Time(
            int years, Start countedFrom, @Nullable LocalDate from, String source) implements Serializable {

        /** Whether what came on a day for a period may no longer be kept; a folder that is no period counts by its day. */
        public boolean isOver(String period, LocalDate receivedOn, LocalDate today) {
            boolean byPeriod = countedFrom == Start.END_OF_PERIOD
                    && Period.FORM.matcher(period).matches();
            LocalDate start = byPeriod ? Period.of(period).lastDay() : receivedOn;
            boolean applies = from == null || !today.isBefore(from);
            return applies && start.plusYears(years).isBefore(today);
        }
    }
}
