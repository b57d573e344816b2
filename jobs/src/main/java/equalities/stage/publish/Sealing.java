package equalities.stage.publish;

import equalities.lake.SigningKey;
import java.time.Clock;

/**
 * What a release is closed with.
 *
 * @param version of the code that makes it
 * @param clock tells when it was made
 * @param key signs it
 * @param gate attacks it first
 * @param invented whether the data that it is of are invented, which it says plainly then
 */
public record Sealing(String version, Clock clock, SigningKey key, ReleaseGate gate, boolean invented) {}
