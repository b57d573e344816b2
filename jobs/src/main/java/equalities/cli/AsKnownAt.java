package equalities.cli;

import equalities.lake.Home;
import equalities.lake.TimeTravel;
import equalities.stage.Stage;
import equalities.stage.receive.Receive;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that looks back: what was known at the end of a day, or at an instant. */
final class AsKnownAt {
    @Option(
            names = "--as-known-at",
            paramLabel = "DAY",
            description = "As known at the end of this day (2025-11-01, UTC), or at an instant (2025-11-01T09:30:00Z).")
    @Nullable
    String day;

    boolean asked() {
        return day != null;
    }

    /** The settings of the home as it was known then, which is made when it is not there. */
    Settings settings(Settings now) throws IOException {
        return settings(now, instant(String.valueOf(day)));
    }

    static Settings settings(Settings now, Instant instant) throws IOException {
        Home then = TimeTravel.prepare(WarehouseKey.home(now), instant, Receive::judge)
                .orElseThrow(() -> new UsageException(
                        "Nothing had been received in " + now.home() + " by " + instant + ". Name a later day."));
        Map<Setting, String> other = new EnumMap<>(Setting.class);
        other.put(Setting.HOME, then.root().toString());
        other.put(Setting.PERSON_KEY_FILE, now.path(Setting.PERSON_KEY_FILE).toString());
        other.put(Setting.SIGNING_KEY_FILE, now.path(Setting.SIGNING_KEY_FILE).toString());
        other.put(Setting.REPOSITORY_URL, now.value(Setting.REPOSITORY_URL).text());
        // Who watches the home is not told of one that was looked back at.
        other.put(Setting.METRICS_FILE, "");
        other.put(Setting.METRICS_URL, "");
        other.put(Setting.LINEAGE_TO, "");
        return now.with(other);
    }

    /** What is made anew of what had been received: the stages up to this one. */
    static List<Stage> upTo(Stage last) {
        return List.of(Stage.values()).subList(Stage.STANDARDISE.ordinal(), last.ordinal() + 1);
    }

    /** Brings the home of then up to its findings; its summaries are not told, its progress is. */
    static void analyse(Settings then, ProgressLine progress) throws Exception {
        try (Pipeline pipeline = Pipeline.open(then, progress)) {
            AuditTrail.begin(then, "look back", Map.of());
            pipeline.run(upTo(Stage.ANALYSE));
        }
    }

    static Instant instant(String written) {
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(1)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC)
                            .minusMillis(1);
        } catch (DateTimeException neither) {
            throw new UsageException(
                    "'" + written + "' is neither a day nor an instant. Write 2025-11-01, or 2025-11-01T09:30:00Z.");
        }
    }
}
