package equalities.lake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in place in a zone: the pointer file {@code current.json}.
 *
 * @param generation counts up by one with each putting in place
 * @param madeFrom fingerprint of everything this state follows from; the same again means nothing new
 * @param tables table to the folders or files that hold it, relative to the zone, in order
 * @param facts what else the next stage needs to know
 * @param key what the key is known by that locks the zone's files, {@link ZoneKey#print}; null when they are not locked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ZoneState(
        long generation,
        String madeFrom,
        Map<String, List<String>> tables,
        Map<String, String> facts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {
    /** A zone in which nothing was ever put. */
    public static final ZoneState EMPTY = new ZoneState(0, "", Map.of(), Map.of(), null);

    public ZoneState {
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public List<String> table(String name) {
        return tables.getOrDefault(name, List.of());
    }
}
