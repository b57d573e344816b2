package equalities.attack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A release as it can be read by anybody.
 *
 * @param counts in the order of the file
 */
record Release(String name, Path folder, Structure structure, Map<Series, List<Count>> counts) {
    Structure.Policy policy() {
        return structure.policy();
    }

    List<Count> of(Series series) {
        return counts.getOrDefault(series, List.of());
    }
}
