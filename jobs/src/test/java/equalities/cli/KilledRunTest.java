package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.sample.Generator;
import equalities.sample.Generator.Size;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("drill")
class KilledRunTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    @TempDir
    Path folder;

    @BeforeEach
    void generate() throws IOException {
        Generator.generate(
                ROOT.resolve("jobs/sample/world.yaml"),
                "",
                new Size(400, 1, 1, true, 3),
                SpecificationReader.read(ROOT.resolve("schemas")),
                folder.resolve("world"),
                done -> {});
    }

    @Test
    void a_run_that_was_told_to_stop_and_then_killed_is_ended_by_the_next_as_if_nothing_had_happened()
            throws Exception {
        Path killed = folder.resolve("killed");
        Path begun = killed.resolve("standard/g000000001/2025-26-Q1/advocacy-cases.national");
        try (OtherProcess run = start(killed)) {
            assertThat(run.waitUntil(() -> Files.exists(killed.resolve("received/current.json"))))
                    .as("it came past receiving")
                    .isTrue();
            assertThat(Equalities.run(run(killed))).as("two at once").isEqualTo(ExitCode.TRY_LATER.number());
            assertThat(Told.well("status", "--home", killed.toString(), "--json"))
                    .contains("\"working\":\"process " + run.pid() + " of ");
            assertThat(Files.readString(killed.resolve("state/lock"))).contains("process " + run.pid() + " of ");
            assertThat(run.terminate()).isEqualTo(ExitCode.STOPPED.number());
            assertThat(run.lines())
                    .last()
                    .asString()
                    .as("%s", run.lines())
                    .startsWith("{\"status\":\"stopped\",\"exit\":143,");
        }
        try (OtherProcess run = start(killed)) {
            assertThat(run.waitUntil(() -> Files.exists(begun)))
                    .as("it came to standardising")
                    .isTrue();
            run.kill();
        }
        assertThat(killed.resolve("standard/current.json")).doesNotExist();
        assertThat(Told.well("status", "--home", killed.toString())).contains("The last run was cut off");
        assertThat(Equalities.run(run(killed))).isZero();

        assertThat(statesOfJobs(killed)).doesNotContain("STARTED", "STOPPING").contains("FAILED", "COMPLETED");

        Path undisturbed = folder.resolve("undisturbed");
        assertThat(Equalities.run(run(undisturbed))).isZero();
        for (String table : new String[] {"finding", "patient", "advocacy_case", "held_row", "monitoring_count"}) {
            assertThat(TwoHomes.differences(killed, undisturbed, table))
                    .as(table)
                    .isZero();
        }
    }

    private OtherProcess start(Path home) throws IOException {
        return OtherProcess.start(
                folder.resolve("output"), Map.of(), OtherProcess.classPath(), Equalities.class.getName(), run(home));
    }

    private static List<String> statesOfJobs(Path home) throws SQLException {
        List<String> states = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("state/jobs"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select status from batch_job_execution")) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return states;
    }

    private String[] run(Path home) {
        return new String[] {
            "run",
            "--landing",
            folder.resolve("world/landing").toString(),
            "--home",
            home.toString(),
            "--json",
            "--set",
            "person-key-file=" + folder.resolve("person_key")
        };
    }
}
