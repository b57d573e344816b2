package equalities.lake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in place in a zone: the pointer file {@code current.json}.
 *
 * @param generation counts up by one with each putting in place
 * @param madeFrom fingerprint of everything this state follows from; the same again means nothing new
 * @param tables table to the folders or files that hold it, relative to the zone, in order
 * @param facts what else the next stage needs to know
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ZoneState(long generation, String madeFrom, Map<String, List<String>> tables, Map<String, String> facts) {
    /** A zone in which nothing was ever put. */
    public static final ZoneState EMPTY = new ZoneState(0, "", Map.of(), Map.of());

    public ZoneState {
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public List<String> table(String name) {
        return tables.getOrDefault(name, List.of());
    }
}
