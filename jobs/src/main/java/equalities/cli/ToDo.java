package equalities.cli;

import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which stages would find something new, were they run now; nothing is written to know it. */
final class ToDo {
    private ToDo() {}

    static List<String> stages(Settings settings, Home home) throws Exception {
        List<String> found = new ArrayList<>();
        try (SparkEngine neverStarted = new SparkEngine("local", home.state(), List.of(), Map.of())) {
            Wiring wiring = Wiring.toAsk(settings, home, neverStarted);
            for (Stage stage : Stage.values()) {
                if (canBeAsked(stage, settings, home)
                        && !wiring.work(stage).plan().nothingNew()) {
                    found.add(stage.word());
                }
            }
        }
        return found;
    }

    /** Asking must not make the key, and a stage whose zone before it is empty has nothing to be asked about. */
    private static boolean canBeAsked(Stage stage, Settings settings, Home home) throws IOException {
        return switch (stage) {
            case RECEIVE ->
                settings.optional(Setting.LANDING)
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .isPresent();
            case STANDARDISE -> hasContent(home, Zone.RECEIVED) && Files.exists(settings.path(Setting.PERSON_KEY_FILE));
            case CONSOLIDATE -> hasContent(home, Zone.STANDARD);
            case ANALYSE -> hasContent(home, Zone.WAREHOUSE);
            case PROTECT -> hasContent(home, Zone.FINDINGS);
            case PUBLISH -> hasContent(home, Zone.PROTECTED);
        };
    }

    private static boolean hasContent(Home home, Zone zone) throws IOException {
        return home.zone(zone).current().generation() > 0;
    }
}
