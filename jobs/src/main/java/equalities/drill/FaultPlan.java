package equalities.drill;

import equalities.lake.DiskFaults;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process that a drill started is to suffer; travels as a system property.
 *
 * @param harm the harm, or null to name every point and do nothing
 * @param point the number of the point from which on it happens; points count from 1
 * @param scratch a folder on the home's disk for what the fault layer writes down
 * @param home of which it keeps the state at every point, where it does
 */
record FaultPlan(@Nullable Harm harm, long point, Path scratch, Path home) {
    /** Begins each line by which the process tells the drill of a point. */
    static final String AT = "drill at ";

    private static final String NAMES_ONLY = "-";
    private static final String BETWEEN = "|";

    String property() {
        return "-D" + DiskFaults.PROPERTY + "="
                + String.join(
                        BETWEEN,
                        harm == null ? NAMES_ONLY : harm.name(),
                        String.valueOf(point),
                        scratch.toString(),
                        home.toString());
    }

    static FaultPlan read(String text) {
        String[] parts = text.split("\\|", 4);
        return new FaultPlan(
                parts[0].equals(NAMES_ONLY) ? null : Harm.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                Path.of(parts[2]),
                Path.of(parts[3]));
    }
}
