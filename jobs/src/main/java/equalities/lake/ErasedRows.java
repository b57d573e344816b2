package equalities.lake;

/**
 * What was taken out of a submission after it was received. It keeps its id, the SHA-256 of the bytes that came, so that
 * the same bytes are known when they come again and bring nobody back.
 *
 * @param rows how many of its rows were taken out
 * @param sha256 of the bytes that are kept instead; blank when none are
 * @param on the day, ISO 8601
 */
public record ErasedRows(long rows, String sha256, String on) {
    /** Whether nothing of it is kept. */
    public boolean all() {
        return sha256.isEmpty();
    }
}
