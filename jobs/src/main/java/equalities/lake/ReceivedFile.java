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
 * @param receivedAt when it came first, ISO 8601, UTC
 * @param modifiedAt when its sender last changed it, as the landing area says, ISO 8601, UTC; the earliest where the
 *     same bytes came several times
 * @param reason why it is set aside, or null
 * @param fix how to mend that, or null
 * @param erased what was taken out of it since, or null
 */
public record ReceivedFile(
        String period,
        String provider,
        String fileName,
        String sha256,
        long size,
        String receivedAt,
        String modifiedAt,
        @Nullable String reason,
        @Nullable String fix,
        @Nullable ErasedRows erased) {

    /** What makes it the same submission: who sent which bytes for when. */
    public String identity() {
        return period + "/" + provider + "/" + sha256;
    }

    /**
     * Sorts as the versions of a return do: the newer replaces the older. It follows from the file alone and not from
     * the order of arrival: when its sender last changed it, then its name, then its bytes.
     */
    public String version() {
        return modifiedAt + " " + fileName + " " + sha256;
    }

    /** Whether all of it was erased, so that there is nothing left to read. */
    public boolean gone() {
        return erased != null && erased.all();
    }

    /** The same bytes come again: what is kept does not depend on which of the two came first. */
    public ReceivedFile again(ReceivedFile other) {
        ReceivedFile first = version().compareTo(other.version()) <= 0 ? this : other;
        String name = erased == null ? first.fileName : fileName;
        return new ReceivedFile(
                period, provider, name, sha256, size, receivedAt, first.modifiedAt, first.reason, first.fix, erased);
    }

    public ReceivedFile refused(@Nullable String newReason, @Nullable String newFix) {
        return new ReceivedFile(
                period, provider, fileName, sha256, size, receivedAt, modifiedAt, newReason, newFix, erased);
    }

    /** With its bytes replaced by others, or gone. */
    public ReceivedFile without(@Nullable ErasedRows rows, String newName) {
        return new ReceivedFile(period, provider, newName, sha256, size, receivedAt, modifiedAt, reason, fix, rows);
    }
}
