package equalities.stage.standardise;

import equalities.engine.batch.BatchStep;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.Partition;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneStore;
import equalities.record.PersonKey;
import equalities.record.Register;
import equalities.record.TimeLimit;
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

/** Standardises what was received, period by period: those whose files or register changed, or all when the specification or the key did. */
public final class Standardise implements StageWork {
    private final ZoneStore received;
    private final ReceivedFiles bytes;
    private final ZoneStore standard;
    private final ZoneStore held;
    private final ZoneFiles heldFiles;
    private final Specification specification;
    private final PersonKey key;
    private final TimeLimit limit;
    private final SparkEngine spark;
    private final Progress progress;

    public Standardise(
            ZoneStore received,
            ReceivedFiles bytes,
            ZoneStore standard,
            ZoneStore held,
            ZoneFiles heldFiles,
            Specification specification,
            PersonKey key,
            TimeLimit limit,
            SparkEngine spark,
            Progress progress) {
        this.received = received;
        this.bytes = bytes;
        this.standard = standard;
        this.held = held;
        this.heldFiles = heldFiles;
        this.specification = specification;
        this.key = key;
        this.limit = limit;
        this.spark = spark;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.STANDARDISE;
    }

    @Override
    public Plan plan() throws IOException {
        Map<String, String> prints = prints(Received.current(received));
        String madeFrom =
                standard.nextTables().with(Fingerprint.of(specification.fingerprint(), key.print(), prints.toString()));
        return new Plan(
                madeFrom,
                madeFrom.equals(standard.current().madeFrom()),
                List.of(
                        new BatchStep.Once("standardise", () -> standardise(madeFrom, prints)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom, prints))),
                () -> Map.of("submissions", Received.current(received).files().size()));
    }

    /** What the part of each period follows from. */
    private Map<String, String> prints(Received now) throws IOException {
        Map<String, List<String>> parts = new TreeMap<>();
        now.registers()
                .forEach((period, print) ->
                        parts.computeIfAbsent(period, p -> new ArrayList<>()).add(print));
        now.files()
                .forEach(f -> parts.computeIfAbsent(f.period(), p -> new ArrayList<>())
                        .add(f.toString()));
        if (parts.isEmpty()) {
            parts.put("", new ArrayList<>());
        }
        Map<String, String> prints = new TreeMap<>();
        ZoneFiles tables = standard.nextTables();
        parts.forEach((period, list) -> {
            list.add(specification.fingerprint());
            list.add(key.print()); // Pseudonyms of two keys are never in one zone.
            prints.put(period, tables.with(Fingerprint.of(list)));
        });
        return prints;
    }

    private void standardise(String madeFrom, Map<String, String> prints) throws IOException {
        if (standard.isInPlace(madeFrom)) {
            return;
        }
        boolean standardIsWhole = isWhole(standard, madeFrom);
        boolean heldIsWhole = isWhole(held, madeFrom);
        if (standardIsWhole && heldIsWhole) {
            return;
        }
        standard.discard();
        held.discard(); // Both are written at once, so one that is not whole takes the other with it.
        Map<String, Register> registers = registers();
        for (String period : Partition.changed(standard.current(), prints)) {
            standardisePeriod(period, registers);
        }
        standard.complete(madeFrom);
        held.complete(madeFrom);
    }

    /** Whether a run that was cut off had ended with a zone, in place or aside. */
    private static boolean isWhole(ZoneStore zone, String madeFrom) throws IOException {
        return zone.isInPlace(madeFrom) || !zone.begin(madeFrom);
    }

    private void standardisePeriod(String period, Map<String, Register> registers) throws IOException {
        Map<String, Register> mine = new TreeMap<>(registers);
        mine.keySet().retainAll(List.of(period));
        Tasks tasks = new Tasks(bytes, specification, mine, limit);
        List<ReceivedFile> files = Received.current(received).files().stream()
                .filter(f -> f.period().equals(period))
                .toList();
        tasks.add(files, progress);
        List<SheetRefused> refused = write(period, files, tasks, mine);
        while (!refused.isEmpty()) { // Each time with a submission less.
            tasks.refuse(refused, files);
            refused = write(period, files, tasks, mine);
        }
    }

    private List<SheetRefused> write(
            String period, List<ReceivedFile> files, Tasks tasks, Map<String, Register> registers) throws IOException {
        Path standardPart = standard.aside().resolve(Partition.folder(period));
        Path heldPart = held.aside().resolve(Partition.folder(period));
        for (Path part : List.of(standardPart, heldPart)) {
            Durable.delete(part);
            Files.createDirectories(part);
        }
        Secrets secrets = new Secrets(key, bytes, standard.nextTables(), heldFiles);
        return new StandardTables(spark.context(), specification, secrets, standardPart, heldPart, progress)
                .write(files, tasks, registers);
    }

    private Map<String, Register> registers() throws IOException {
        Map<String, Register> registers = new TreeMap<>();
        for (Path copies : received.table(Registers.TABLE)) {
            registers.putAll(Register.readAll(copies));
        }
        return registers;
    }

    /** The held zone first: consolidation reads the standard zone only, and then finds both. */
    private void putInPlace(String madeFrom, Map<String, String> prints) throws IOException {
        for (ZoneStore zone : List.of(held, standard)) {
            if (!zone.isInPlace(madeFrom)) {
                zone.putInPlace(madeFrom, Partition.tables(zone, prints), Partition.facts(prints));
            }
            zone.sweep();
        }
    }
}
