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
    private final Map<Harm, Integer> states = new EnumMap<>(Harm.class);
    private final Map<String, Integer> statePlaces = new TreeMap<>();
    private final List<Double> recoveriesHere = new ArrayList<>();
    private final Map<String, Integer> rivals = new TreeMap<>();
    private int pointsPassed;
    private int pointsTried;
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

    /** A state of the disk that was kept at a point, and is followed by a start. */
    void state(Harm harm, String place) {
        states.merge(harm, 1, Integer::sum);
        statePlaces.merge(place, 1, Integer::sum);
    }

    /** How processes ended that began at once: exit code to how many. */
    void rivals(Map<Integer, Integer> exits) {
        exits.forEach((exit, count) -> rivals.merge(String.valueOf(exit), count, Integer::sum));
    }

    void lookedAt(long times) {
        looks += times;
    }

    /** A stage was gone through. */
    void passed(int points, int tried) {
        pointsPassed += points;
        pointsTried += tried;
    }

    int states() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    void recoveredHere(double seconds) {
        recoveriesHere.add(seconds);
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

    int failures() {
        return failures.size();
    }

    public int kills() {
        return kills;
    }

    /** Whether everything was as undisturbed. */
    public boolean holds() {
        return failures.isEmpty() && kills + states() + rivals.size() > 0;
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
        told.put("seconds_to_recover_median", quantile(recoveries, 0.5));
        told.put("seconds_to_recover_most", quantile(recoveries, 1));
        told.put("ends_of_many_at_once", rivals);
        told.put("named_points_passed", pointsPassed);
        told.put("named_points_tried", pointsTried);
        told.put("states_of_the_disk", states());
        Map<String, Integer> stateKinds = new LinkedHashMap<>();
        states.forEach((harm, count) -> stateKinds.put(harm.words(), count));
        told.put("states_by_kind", stateKinds);
        told.put("states_by_place", statePlaces);
        told.put("warm_seconds_to_recover_median", quantile(recoveriesHere, 0.5));
        told.put("warm_seconds_to_recover_most", quantile(recoveriesHere, 1));
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
        if (!recoveries.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "Recovered %,d times without anybody's help, in %.1f s (median) and %.1f s (most); %,d zones equal to an"
                            + " undisturbed run's, %,d ledgers closed; a reader looked %,d times.%n",
                    recoveries.size(),
                    quantile(recoveries, 0.5),
                    quantile(recoveries, 1),
                    compared,
                    ledgers,
                    looks));
        }
        text.append(String.format(
                Locale.ROOT,
                "%,d states of the disk at %,d named points were each followed by a start.%n",
                states(),
                statePlaces.size()));
        if (!rivals.isEmpty()) {
            text.append("Processes that began at once ended with ")
                    .append(rivals)
                    .append(".\n");
        }
        failures.forEach(f -> text.append("FAILED ")
                .append(f.get("where"))
                .append(": ")
                .append(f.get("what"))
                .append('\n'));
        return text.append(holds() ? "Nothing was lost, doubled or mixed.\n" : "This is not as it should be.\n")
                .toString();
    }

    private static @Nullable Double quantile(List<Double> seconds, double share) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.isEmpty()
                ? null
                : Math.round(10 * sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()))) / 10.0;
    }
}
