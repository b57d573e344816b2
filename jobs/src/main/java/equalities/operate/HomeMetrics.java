package equalities.operate;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a home stands, in numbers for machines that watch: as OpenMetrics text, or sent by OTLP. Runs are short and watchers
 * come when they like, so all of it is read from the home and none of it counted in a process.
 */
public final class HomeMetrics {
    private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final HomeStatus status;
    private final Ledger ledger;

    public HomeMetrics(HomeStatus status, Ledger ledger) {
        this.status = status;
        this.ledger = ledger;
    }

    /** The media type of {@link #openMetrics}. */
    public static String mediaType() {
        return OPENMETRICS;
    }

    /** As OpenMetrics text. */
    public String openMetrics() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        fill(registry);
        String text = registry.scrape(OPENMETRICS);
        registry.close();
        return text;
    }

    /** Sends them to an OpenTelemetry collector, such as {@code http://127.0.0.1:4318/v1/metrics}. */
    public void send(String url) {
        Map<String, String> settings = Map.of("otlp.url", url, "otlp.resourceAttributes", "service.name=equalities");
        OtlpConfig config = settings::get;
        OtlpMeterRegistry registry = new OtlpMeterRegistry(config, Clock.SYSTEM);
        fill(registry);
        registry.close(); // Closing sends what is there.
    }

    private void fill(MeterRegistry registry) {
        for (Ledger.Rows rows : ledger.rows()) {
            Tags tags = Tags.of("period", rows.period(), "outcome", rows.outcome());
            gauge(
                    registry,
                    "equalities.rows",
                    "Rows of all submissions by what became of them",
                    null,
                    tags,
                    rows.count());
        }
        for (Ledger.Newest newest : ledger.newest()) {
            double age = Duration.between(newest.receivedAt(), Instant.parse(status.at()))
                    .toSeconds();
            Tags tags = Tags.of("provider", newest.provider());
            gauge(
                    registry,
                    "equalities.newest.submission.age",
                    "Since a provider's newest submission",
                    "seconds",
                    tags,
                    age);
        }
        for (Returns.InPeriod period : status.returns().periods()) {
            Tags tags = Tags.of("period", period.period());
            gauge(registry, "equalities.held.rows", "Rows that wait to be mended", null, tags, period.held());
            long silent = status.returns().silent().stream()
                    .filter(m -> m.period().equals(period.period()))
                    .count();
            gauge(registry, "equalities.silent.providers", "Providers whose return is overdue", null, tags, silent);
        }
        status.ran().forEach(run -> fill(registry, run));
    }

    private static void fill(MeterRegistry registry, RunRecord run) {
        Tags tags = Tags.of("command", run.command());
        gauge(registry, "equalities.run.began", "When a command ran last", "seconds", tags, seconds(run.began()));
        if (run.ended() != null) {
            gauge(registry, "equalities.run.exit", "The exit code of a command's last run", null, tags, run.exit());
        }
        run.stages().forEach((stage, told) -> {
            if (told instanceof Map<?, ?> summary && summary.get("seconds") instanceof Number seconds) {
                Tags both = tags.and("stage", stage);
                gauge(
                        registry,
                        "equalities.stage.duration",
                        "How long a stage took last",
                        "seconds",
                        both,
                        seconds.doubleValue());
            }
        });
    }

    private static void gauge(
            MeterRegistry registry, String name, String meaning, @Nullable String unit, Tags tags, double value) {
        Gauge.builder(name, () -> value)
                .description(meaning)
                .baseUnit(unit)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private static double seconds(String instant) {
        return Instant.parse(instant).toEpochMilli() / 1000.0;
    }
}
