package equalities.engine.batch;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The newest execution of one job, for the status page. Times are local. */
public record JobHistory(
        String job,
        String status,
        @Nullable LocalDateTime started,
        @Nullable LocalDateTime ended) {}
