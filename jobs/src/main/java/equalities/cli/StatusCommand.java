package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneState;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is in place, what is held, who is silent, and every setting with where it came from. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the settings, the zones, what is held and who has not submitted.")
final class StatusCommand implements Callable<Integer> {
    private static final String SILENT =
            "select period, provider_code, name, expected_return, state from silence where state <> 'submitted' order by all";

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        Home home = new Home(settings.home());
        Map<String, Object> summary = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        say("Settings (flag, then environment, then file, then default)");
        for (Setting setting : Setting.values()) {
            Settings.Value value = settings.value(setting);
            values.put(setting.key(), settings.text(setting));
            say("  %-26s %s  (%s; %s; %s)"
                    .formatted(
                            setting.key(),
                            settings.text(setting),
                            value.origin(),
                            setting.variable(),
                            setting.meaning()));
        }
        summary.put("settings", values);
        say("Zones of " + home.root());
        for (Zone zone : Zone.values()) {
            ZoneState state = home.zone(zone).current();
            summary.put(zone.folder(), state.generation());
            say("  %-12s %s"
                    .formatted(
                            zone.folder(),
                            state.generation() == 0
                                    ? "empty"
                                    : "generation " + state.generation() + ", "
                                            + state.tables().size() + " tables"));
        }
        if (Files.exists(home.catalogue())) {
            tellWarehouse(settings, summary);
        } else {
            say("Next: equalities run --landing L --home " + home.root());
        }
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private void tellWarehouse(Settings settings, Map<String, Object> summary) {
        Warehouse warehouse = new Warehouse(settings);
        summary.putAll(warehouse.ledgerTotals());
        say("Rows: " + Summaries.sentence(warehouse.ledgerTotals()));
        try (Database database = warehouse.open()) {
            if (database.count("select count(*) from duckdb_views() where view_name = 'silence'") > 0) {
                say("Expected and not received");
                TextTable.lines(database.query(SILENT)).forEach(line -> say("  " + line));
            }
        }
    }

    private void say(String line) {
        if (!common.json) {
            System.out.println(line);
        }
    }
}
