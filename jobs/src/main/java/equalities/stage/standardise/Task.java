package equalities.stage.standardise;

import equalities.record.Recognition;
import equalities.record.Register;
import java.io.Serializable;

/** One sheet of one submission, for an executor. */
record Task(
        String period,
        String provider,
        String submission,
        String receivedAt,
        String file,
        String fileName,
        Recognition.Recognised recognised,
        Register register)
        implements Serializable {}
