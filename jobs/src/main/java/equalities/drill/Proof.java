package equalities.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a drill saw, counted while it goes on. */
public final class Proof {
    private final Map<Harm, Integer> kinds = new EnumMap<>(Harm.class);
    private final Map<String, Integer> places = new TreeMap<>();
    private final List<Double> recoveries = new ArrayList<>();
    private final List<Map<String, String>> failures = new ArrayList<>();
    private int kills;
    private int torn;
    private int laps;
    private int compared;
    private int ledgers;
    private long looks;

    void cutOff(Harm harm, String place) {
        kills++;
        kinds.merge(harm, 1, Integer::sum);
        places.merge(place, 1, Integer::sum);
    }

    void torn(int files) {
        torn += files;
    }

    void recovered(double seconds) {
        recoveries.add(seconds);
    }

    void zoneCompared() {
        compared++;
    }

    void ledgerClosed() {
        ledgers++;
    }

    void lapEnded(long lookedAt) {
        laps++;
        looks += lookedAt;
    }

    /** Something that should not have been. */
    void failure(String where, String what) {
        failures.add(Map.of("where", where, "what", what));
    }

    public int kills() {
        return kills;
    }

    /** Whether everything was as undisturbed. */
    public boolean holds() {
        return failures.isEmpty() && kills > 0;
    }

    /** For machines. */
    public Map<String, Object> tell() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kills", kills);
        Map<String, Integer> byKind = new LinkedHashMap<>();
        kinds.forEach((harm, count) -> byKind.put(harm.words(), count));
        told.put("kills_by_kind", byKind);
        told.put("kills_by_place", places);
        told.put("files_and_names_lost_to_power_cuts", torn);
        told.put("homes", laps);
        told.put("recoveries", recoveries.size());
        told.put("seconds_to_recover_median", quantile(0.5));
        told.put("seconds_to_recover_most", quantile(1));
        told.put("zones_compared", compared);
        told.put("ledgers_closed", ledgers);
        told.put("looks_of_a_reader", looks);
        told.put("failures", failures);
        return told;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d kills at %,d places%n", kills, places.size()));
        kinds.forEach((harm, count) -> text.append(String.format(Locale.ROOT, "  %,6d  %s%n", count, harm.words())));
        text.append(String.format(
                Locale.ROOT,
                "Recovered %,d times without anybody's help, in %.1f s (median) and %.1f s (most); %,d zones equal to an"
                        + " undisturbed run's, %,d ledgers closed; a reader looked %,d times.%n",
                recoveries.size(),
                quantile(0.5),
                quantile(1),
                compared,
                ledgers,
                looks));
        failures.forEach(f -> text.append("FAILED ")
                .append(f.get("where"))
                .append(": ")
                .append(f.get("what"))
                .append('\n'));
        return text.append(holds() ? "Nothing was lost, doubled or mixed.\n" : "This is not as it should be.\n")
                .toString();
    }

    private @Nullable Double quantile(double share) {
        List<Double> sorted = recoveries.stream().sorted().toList();
        return sorted.isEmpty()
                ? null
                : Math.round(10 * sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()))) / 10.0;
    }
}
