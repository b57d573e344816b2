package equalities.cli;

import equalities.sample.Generator;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.Stage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one corrected file costs in a warehouse of one period, and in one of several: seconds of CPU, stage by stage. */
final class CorrectionBench {
    private static final int ROUNDS = 3;
    private static final List<Stage> BY_PERIOD = List.of(Stage.RECEIVE, Stage.STANDARDISE, Stage.CONSOLIDATE);

    private final Settings settings;
    private final Path scratch;
    private final int people;

    /** @param people in each period */
    CorrectionBench(Settings settings, Path scratch, int people) {
        this.settings = settings;
        this.scratch = scratch;
        this.people = people;
    }

    /** Both warehouses are made, then corrected in turn; of several rounds the cheapest counts. */
    Map<String, Object> measure(int periods) throws Exception {
        Map<Integer, Map<String, Double>> best = new LinkedHashMap<>();
        for (int many : List.of(1, periods)) {
            landing(many);
            run(many);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int many : List.of(1, periods)) {
                correct(many, round);
                Map<String, Double> seconds = run(many);
                best.merge(many, seconds, CorrectionBench::cheaper);
            }
        }
        Map<String, Double> one = best.getOrDefault(1, Map.of());
        Map<String, Double> several = best.getOrDefault(periods, Map.of());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("cpu_seconds_in_1_period", rounded(one));
        told.put("cpu_seconds_in_" + periods + "_periods", rounded(several));
        told.put("ratio_by_period", hundredths(byPeriod(several) / byPeriod(one)));
        told.put("ratio_with_analysis", hundredths(sum(several) / sum(one)));
        return told;
    }

    private static Map<String, Double> cheaper(Map<String, Double> one, Map<String, Double> other) {
        return sum(one) <= sum(other) ? one : other;
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double byPeriod(Map<String, Double> seconds) {
        return BY_PERIOD.stream()
                .mapToDouble(s -> seconds.getOrDefault(s.word(), 0.0))
                .sum();
    }

    private static Map<String, Double> rounded(Map<String, Double> seconds) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        seconds.forEach((stage, s) -> rounded.put(stage, hundredths(s)));
        return rounded;
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private Path landingOf(int many) {
        return scratch.resolve("landing-" + many);
    }

    private void landing(int many) throws IOException {
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        for (int i = 0; i < many; i++) {
            String period = "%d-%02d-Q%d".formatted(2024 + i / 4, (25 + i / 4) % 100, i % 4 + 1);
            Path made = scratch.resolve("made-" + many + "-" + i);
            Generator.generate(
                    settings.root().resolve("jobs/sample/world.yaml"),
                    period,
                    new Generator.Size(people, 1, 1, false, i + 1L),
                    specification,
                    made,
                    n -> {});
            Files.createDirectories(landingOf(many));
            Files.move(made.resolve("landing").resolve(period), landingOf(many).resolve(period));
        }
    }

    /** The first case of a file of the last period comes again with another day of first contact. */
    private void correct(int many, int round) throws IOException {
        try (Stream<Path> periods = Files.list(landingOf(many))) {
            Path last = periods.max(Comparator.naturalOrder()).orElseThrow();
            Path cases = last.resolve("AD03/advocacy-cases.csv");
            List<String> lines = Files.readAllLines(cases);
            List<String> correction = new ArrayList<>(lines.subList(0, 1));
            correction.add(lines.get(1 + round));
            Path aside = Files.write(scratch.resolve("correction.csv"), correction);
            Files.move(aside, cases.resolveSibling("correction-" + round + ".csv"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Map<String, Double> run(int many) throws Exception {
        Settings here = settings.with(Map.of(
                Setting.HOME, scratch.resolve("home-" + many).toString(),
                Setting.LANDING, landingOf(many).toString(),
                Setting.PERSON_KEY_FILE, scratch.resolve("person_key").toString()));
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Pipeline pipeline = Pipeline.open(here, ProgressLine.of(true))) {
            for (Stage stage : List.of(Stage.RECEIVE, Stage.STANDARDISE, Stage.CONSOLIDATE, Stage.ANALYSE)) {
                long before = cpu();
                pipeline.run(List.of(stage));
                seconds.put(stage.word(), (cpu() - before) / 1e9);
            }
        }
        return seconds;
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }
}
