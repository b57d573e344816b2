package equalities.record;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a file may take to be read. It is time of a processor and no time of day, so that no busy machine or slow disk sets
 * anything aside, and grows with the file.
 *
 * @param perStep for each ten megabytes that the file begins
 */
public record TimeLimit(Duration perStep) implements Serializable {
    private static final long STEP = 10_000_000;

    /** For a file of so many bytes. */
    public Duration of(long bytes) {
        return perStep.multipliedBy(1 + bytes / STEP);
    }

    static UnreadableFile exceeded(Duration limit) {
        return new UnreadableFile(
                "The file took longer to be read than files may: more than " + limit.toSeconds()
                        + " seconds of processor time.",
                "Send it in parts, or as CSV. If it is in order, raise the setting file-seconds; where the warehouse"
                        + " set it aside, run 'equalities standardise --again' then.");
    }
}
