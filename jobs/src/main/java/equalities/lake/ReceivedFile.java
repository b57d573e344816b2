package equalities.lake;

import org.jspecify.annotations.Nullable;

/**
 * One submission as it lies in the received zone.
 *
 * @param period the landing folder's period
 * @param provider the landing folder's provider code
 * @param fileName its name below that folder; {@code name.zip/entry} for what came in an archive
 * @param sha256 of its bytes: the submission's id
 * @param size bytes
 * @param receivedAt ISO 8601, UTC
 * @param reason why it is set aside, or null
 * @param fix how to mend that, or null
 */
public record ReceivedFile(
        String period,
        String provider,
        String fileName,
        String sha256,
        long size,
        String receivedAt,
        @Nullable String reason,
        @Nullable String fix) {

    /** What makes it the same submission: who sent which bytes for when. */
    public String identity() {
        return period + "/" + provider + "/" + sha256;
    }

    public ReceivedFile refused(@Nullable String newReason, @Nullable String newFix) {
        return new ReceivedFile(period, provider, fileName, sha256, size, receivedAt, newReason, newFix);
    }
}
