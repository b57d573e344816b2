package equalities.stage.standardise;

import equalities.engine.batch.BatchStep;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Fingerprint;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ZoneState;
import equalities.lake.ZoneStore;
import equalities.record.PersonKey;
import equalities.record.Register;
import equalities.spec.Specification;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Standardises what was received; all of it, whenever a file, a register or the specification changed. */
public final class Standardise implements StageWork {
    private final ZoneStore received;
    private final ZoneStore standard;
    private final ZoneStore held;
    private final Specification specification;
    private final PersonKey key;
    private final SparkEngine spark;
    private final Progress progress;

    public Standardise(
            ZoneStore received,
            ZoneStore standard,
            ZoneStore held,
            Specification specification,
            PersonKey key,
            SparkEngine spark,
            Progress progress) {
        this.received = received;
        this.standard = standard;
        this.held = held;
        this.specification = specification;
        this.key = key;
        this.spark = spark;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.STANDARDISE;
    }

    @Override
    public Plan plan() throws IOException {
        Received now = Received.current(received);
        List<String> parts = new ArrayList<>(
                List.of(specification.fingerprint(), now.registers().toString()));
        now.files().forEach(f -> parts.add(f.toString()));
        String madeFrom = Fingerprint.of(parts);
        return new Plan(
                madeFrom,
                madeFrom.equals(standard.current().madeFrom()),
                List.of(
                        new BatchStep.Once("standardise", () -> standardise(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                () -> Map.of("submissions", Received.current(received).files().size()));
    }

    private void standardise(String madeFrom) throws IOException {
        boolean standardToDo = standard.begin(madeFrom);
        boolean heldToDo = held.begin(madeFrom);
        if (!standardToDo && !heldToDo) {
            return;
        }
        Map<String, Register> registers = registers();
        Tasks tasks = new Tasks(received, specification, registers);
        List<ReceivedFile> files = Received.current(received).files();
        for (ReceivedFile file : files) {
            tasks.add(file);
            progress.at(
                    "files recognised", tasks.tasks().size() + tasks.setAside().size(), files.size());
        }
        Files.createDirectories(standard.aside());
        Files.createDirectories(held.aside());
        new StandardTables(spark.session(), specification, key, standard.aside(), held.aside(), progress)
                .write(files, tasks, registers);
        standard.complete(madeFrom);
        held.complete(madeFrom);
    }

    private Map<String, Register> registers() throws IOException {
        Map<String, Register> registers = new TreeMap<>();
        for (Path copies : received.table(Received.REGISTER)) {
            try (Stream<Path> periods = Files.list(copies)) {
                for (Path period : periods.sorted().toList()) {
                    registers.put(String.valueOf(period.getFileName()), Register.read(period));
                }
            }
        }
        return registers;
    }

    /** The held zone first: consolidation reads the standard zone only, and then finds both. */
    private void putInPlace(String madeFrom) throws IOException {
        for (ZoneStore zone : List.of(held, standard)) {
            ZoneState now = zone.current();
            if (!now.madeFrom().equals(madeFrom)) {
                zone.putInPlace(madeFrom, tables(zone), Map.of());
                zone.sweep();
            }
        }
    }

    private static Map<String, List<String>> tables(ZoneStore zone) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Stream<Path> folders = Files.list(zone.aside())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                tables.put(String.valueOf(folder.getFileName()), List.of(zone.relative(folder)));
            }
        }
        return tables;
    }
}
