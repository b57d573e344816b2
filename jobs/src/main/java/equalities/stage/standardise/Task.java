package equalities.stage.standardise;

import equalities.record.Recognition;
import equalities.record.Register;
import java.io.Serializable;
import java.time.Duration;

/**
 * One sheet of one submission, for an executor.
 *
 * @param limit how long it may take, of processor time
 * @param version sorts as the versions of a return do, {@link equalities.lake.ReceivedFile#version}
 */
record Task(
        String period,
        String provider,
        String submission,
        String version,
        String fileName,
        Recognition.Recognised recognised,
        Register register,
        Duration limit)
        implements Serializable {
    /** That of its submission, {@link equalities.lake.ReceivedFile#identity}. */
    String identity() {
        return period + "/" + provider + "/" + submission;
    }
}
