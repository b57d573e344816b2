package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.operate.HomeMetrics;
import equalities.operate.HomeStatus;
import equalities.operate.Ledger;
import equalities.operate.Returns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Reads how a home stands, and tells those who asked to be told after a run. */
final class Watching {
    private Watching() {}

    /** How a home stands now. */
    static HomeStatus status(Settings settings, List<String> toDo) throws IOException {
        Home home = WarehouseKey.home(settings);
        Warehouse warehouse = new Warehouse(settings);
        Clock clock = Clock.systemUTC();
        return HomeStatus.of(
                home,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                toDo,
                returns(home, warehouse, clock),
                warehouse.toMend());
    }

    static HomeMetrics metrics(Settings settings) throws IOException {
        Home home = WarehouseKey.home(settings);
        return new HomeMetrics(status(settings, List.of()), ledger(home, new Warehouse(settings)));
    }

    /** After a run: a file and a collector, where the settings name them. What cannot be told does not fail the run. */
    static void tell(Settings settings) {
        if (settings.optional(Setting.METRICS_FILE).isEmpty()
                && settings.optional(Setting.METRICS_URL).isEmpty()) {
            return;
        }
        try {
            HomeMetrics metrics = metrics(settings);
            if (settings.optional(Setting.METRICS_FILE).isPresent()) {
                Path file = settings.path(Setting.METRICS_FILE);
                Durable.replace(file, metrics.openMetrics());
            }
            settings.optional(Setting.METRICS_URL).ifPresent(metrics::send);
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(Watching.class).error("The metrics of this run could not be told", e);
            System.err.println("The metrics of this run could not be told: " + e.getMessage());
        }
    }

    private static Returns returns(Home home, Warehouse warehouse, Clock clock) throws IOException {
        if (!Files.exists(home.catalogue())) {
            return Returns.NONE;
        }
        try (Database database = warehouse.open()) {
            return Returns.of(database, LocalDate.now(clock));
        }
    }

    private static Ledger ledger(Home home, Warehouse warehouse) throws IOException {
        if (!Files.exists(home.catalogue())) {
            return Ledger.EMPTY;
        }
        try (Database database = warehouse.open()) {
            return Ledger.of(database);
        }
    }
}
