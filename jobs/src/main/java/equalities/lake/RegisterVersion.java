package equalities.lake;

/**
 * A register as it came for a period; {@link Received#registerFiles} says where its files are.
 *
 * @param period the landing folder's period
 * @param fingerprint of the register's folder
 * @param receivedAt when it came, ISO 8601, UTC
 */
public record RegisterVersion(String period, String fingerprint, String receivedAt) {}
