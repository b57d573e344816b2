package equalities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Searches for input that has no answer, by what it reaches in the code: {@code mvn -pl jobs test -Dgroups=drill
 * -DexcludedGroups= -Dtest=FuzzDrillTest -Dequalities.fuzz.seconds=3600}, a minute each without the last. What it
 * finds is in {@code jobs/target/fuzz}; keep it as a line of the target's {@code .base64}.
 */
@Tag("drill")
class FuzzDrillTest {
    /** Within which an input of a few kilobytes is answered on a busy machine; beyond, it is a wait. */
    private static final int SECONDS_AN_INPUT = 25;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_found_goes_without_an_answer(Hostile hostile) throws Exception {
        Path found = Files.createDirectories(Path.of("target/fuzz").resolve(hostile.name()));
        Process search = new ProcessBuilder(line(hostile, found))
                .redirectErrorStream(true)
                .redirectOutput(found.resolve("log").toFile())
                .start();
        assertThat(search.waitFor()).as(found.resolve("log").toString()).isZero();
        try (Stream<Path> all = Files.list(found)) {
            assertThat(all).filteredOn(p -> !p.endsWith("log")).isEmpty();
        }
    }

    private List<String> line(Hostile hostile, Path found) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (byte[] kept : HostileInputTest.kept(hostile)) {
            Files.write(seeds.resolve("seed-" + java.util.Arrays.hashCode(kept)), kept);
        }
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        line.addAll(List.of("-Xmx1g", "-Dequalities.fuzz=" + hostile.name()));
        line.add("-Dequalities.root=" + System.getProperty("equalities.root", ".."));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer"));
        line.add("--target_class=" + FuzzTarget.class.getName());
        line.add("--instrumentation_includes=equalities.**:com.fasterxml.aalto.**:org.dhatim.**:org.yaml.**");
        line.add("--custom_hook_includes=equalities.**");
        line.addAll(List.of("--", "-rss_limit_mb=0", "-max_len=8192", "-timeout=" + SECONDS_AN_INPUT));
        line.add("-max_total_time=" + Integer.getInteger("equalities.fuzz.seconds", 60));
        line.add("-artifact_prefix=" + found.toAbsolutePath() + "/");
        line.addAll(List.of(corpus.toString(), seeds.toString()));
        return line;
    }
}
