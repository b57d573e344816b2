package equalities.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import equalities.engine.duckdb.Database;
import equalities.lake.Durable;
import equalities.sample.Generator;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All six stages beside {@code jobs/bench/floor.sql}, the least that ingestion and uptake of the same returns can cost: one
 * after the other, each from cold start to its end, several times.
 */
final class SpeedBench {
    /** So many people of a world are at one copy of its sites, at least. */
    private static final int AT_A_COPY = 10_000;

    private final Settings settings;
    private final Path scratch;
    private final ProgressLine progress;

    SpeedBench(Settings settings, Path scratch, ProgressLine progress) {
        this.settings = settings;
        this.scratch = scratch;
        this.progress = progress;
    }

    /** @param times how often each is run; the medians count */
    Map<String, Object> measure(int people, int times) throws Exception {
        returns(people);
        List<Measured> ours = new ArrayList<>();
        List<Measured> floor = new ArrayList<>();
        List<Measured> again = new ArrayList<>();
        for (int time = 1; time <= times; time++) {
            progress.at("rounds", time, times);
            Durable.delete(scratch.resolve("home"));
            ours.add(ended(run(), 0));
            again.add(ended(run(), ExitCode.NOTHING_NEW.number()));
            floor.add(ended(floor(), 0));
        }
        long rows = rows();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("people", people);
        told.put("rows", rows);
        told.put("bytes", bytes(scratch.resolve("landing"), ".csv"));
        told.put("run", told(ours, rows));
        told.put("floor", told(floor, rows));
        told.put("nothing_new", told(again, rows));
        told.put("wall_to_floor", ratio(ours, floor, Measured::wall));
        told.put("processor_to_floor", ratio(ours, floor, Measured::processor));
        told.put(
                "parquet_to_floor",
                CorrectionBench.hundredths(1.0
                        * bytes(scratch.resolve("home/warehouse"), ".parquet")
                        / bytes(scratch.resolve("floor"), ".parquet")));
        return told;
    }

    /** The sample's world with every return in the national layout as CSV, and what its people write, for the floor. */
    void returns(int people) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode world = (ObjectNode)
                yaml.readTree(settings.root().resolve("jobs/sample/world.yaml").toFile());
        for (String left : List.of("forms", "faults", "odd_files")) {
            world.putArray(left);
        }
        Path file = scratch.resolve("world.yaml");
        yaml.writeValue(file.toFile(), world);
        Files.writeString(scratch.resolve("mappings.csv"), mappings(world));
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        int copies = Math.max(1, people / AT_A_COPY);
        progress.begin("returns");
        Path made = scratch.resolve("made");
        Generator.generate(
                file,
                "",
                new Generator.Size(people, copies, 2, false, 1),
                specification,
                made,
                n -> progress.at("people", n, people));
        Files.move(made.resolve("landing"), scratch.resolve("landing"));
    }

    private static String mappings(JsonNode world) {
        StringBuilder all = new StringBuilder("characteristic,spelling,code\n");
        world.get("answers").fields().forEachRemaining(answers -> {
            for (JsonNode answer : answers.getValue()) {
                write(all, answers.getKey(), answer, answer.get("codes").get(0).asText());
            }
        });
        for (JsonNode status : world.get("legal_status")) {
            write(all, "legal_status", status, status.get("qualifies").asBoolean() ? "qualifies" : "does not qualify");
        }
        return all.toString();
    }

    private static void write(StringBuilder all, String characteristic, JsonNode answer, String code) {
        for (JsonNode written : answer.get("written")) {
            all.append("%s,\"%s\",%s%n".formatted(characteristic, written.asText(), code));
        }
    }

    private Measured run() throws IOException, InterruptedException {
        return measured(
                "run",
                "--landing",
                scratch.resolve("landing").toString(),
                "--home",
                scratch.resolve("home").toString(),
                "--set",
                "person-key-file=" + scratch.resolve("person_key"),
                "--json");
    }

    private Measured floor() throws IOException, InterruptedException {
        return measured(
                "bench",
                "floor",
                scratch.toString(),
                "--out",
                scratch.resolve("floor").toString());
    }

    private Measured measured(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(settings.root().resolve("jobs/bin/equalities").toString()));
        command.addAll(List.of(arguments));
        return Measured.run(command, scratch);
    }

    /**
     * The least, in this process.
     *
     * @param from has the landing area and {@code mappings.csv}
     */
    static void floor(Path sql, Path from, Path out) throws IOException {
        try (Database database = Database.inMemory(out)) {
            Map.of("landing", from.resolve("landing"), "mappings", from.resolve("mappings.csv"), "out", out)
                    .forEach((name, value) ->
                            database.execute("set variable " + name + " = " + Database.literal(value.toString())));
            database.execute(Files.readString(sql));
        }
    }

    private Measured ended(Measured measured, int exit) throws IOException {
        if (measured.exit() != exit) {
            throw new IOException(
                    "A process ended with " + measured.exit() + " and not " + exit + "; what it said is in " + scratch);
        }
        return measured;
    }

    private static Map<String, Object> told(List<Measured> all, long rows) {
        double processor = median(all, Measured::processor);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("wall_seconds", spread(all, Measured::wall));
        told.put("processor_seconds", spread(all, Measured::processor));
        told.put("rows_a_processor_second", Math.round(rows / processor));
        told.put("memory_megabytes", Math.round(median(all, Measured::memory) / 1e6));
        told.put("megabytes_read", Math.round(median(all, Measured::read) / 1e6));
        told.put("megabytes_written", Math.round(median(all, Measured::written) / 1e6));
        return told;
    }

    /** The least, the median and the most. */
    private static List<Double> spread(List<Measured> all, ToDoubleFunction<Measured> what) {
        double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
        return List.of(
                CorrectionBench.hundredths(sorted[0]),
                CorrectionBench.hundredths(median(all, what)),
                CorrectionBench.hundredths(sorted[sorted.length - 1]));
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> what) {
        double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double ratio(List<Measured> ours, List<Measured> floor, ToDoubleFunction<Measured> what) {
        return CorrectionBench.hundredths(median(ours, what) / median(floor, what));
    }

    private long rows() throws IOException {
        long rows = 0;
        for (Path file : files(scratch.resolve("landing"), ".csv")) {
            try (Stream<String> lines = Files.lines(file)) {
                rows += lines.count() - 1;
            }
        }
        return rows;
    }

    private static long bytes(Path folder, String ending) throws IOException {
        long bytes = 0;
        for (Path file : files(folder, ending)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("/register/"))
                    .toList();
        }
    }
}
