package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyHomeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Home home = new Home(folder);
        home.prepare();
        ZoneStore warehouse = home.zone(Zone.WAREHOUSE);
        warehouse.begin("b");
        Files.writeString(warehouse.aside().resolve("patient.parquet"), "rows");
        warehouse.complete("b");
        warehouse.putInPlace("b", Map.of("patient", List.of("g000000001/patient.parquet")), Map.of());
    }

    @Test
    void a_home_as_it_was_written_passes() {
        assertThat(Told.well("verify", "--home", folder.toString())).startsWith("Every file is as it was written.");
    }

    @Test
    void a_changed_file_is_refused_with_the_stage_that_makes_it_again() throws IOException {
        Files.writeString(folder.resolve("warehouse/g000000001/patient.parquet"), "rowt");
        Told told = Told.by("verify", "--home", folder.toString());
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.out())
                .startsWith("warehouse/g000000001/patient.parquet was changed: its SHA-256 is not the one that it was"
                        + " written with.\n  Run 'equalities consolidate --again --home " + folder + "'")
                .contains("\"stage\":\"consolidate\"");
    }

    @Test
    void an_audit_log_that_was_touched_is_refused_with_its_line() throws IOException {
        Told.by(
                "held",
                "--home",
                folder.toString(),
                "--out",
                folder.resolve("out").toString());
        Path log = folder.resolve("state/audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("\"user\":\"", "$0somebody else, not "));
        Told told = Told.by("verify", "--home", folder.toString());
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.out())
                .contains("The audit log was touched: line 1 was changed")
                .contains("\"fault\":{\"line\":1");
    }

    @Test
    void neither_a_release_nor_a_home_is_a_wrong_call() {
        assertThat(Equalities.run("verify")).isEqualTo(ExitCode.USAGE.number());
    }
}
