package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.Rights;
import equalities.lake.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that a former release made is opened by this one. */
class StoredHomeTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void the_home_of_every_former_release_is_read_and_takes_in_more() throws IOException {
        assertThat(StoredHome.all()).isNotEmpty();
        for (Path zip : StoredHome.all()) {
            Path home = StoredHome.unpack(zip, folder.resolve(zip.getFileName().toString()));
            assertThat(patients(home)).as("%s", zip).contains("\"n\":8");
            assertThat(Told.well("status", "--home", home.toString(), "--json"))
                    .contains("\"ran\":[{\"command\":\"run\",\"status\":\"done\"")
                    .contains("\"provider\":\"AD02\"");
            Path landing = landingWithOneMore();
            Told.well("receive", "--home", home.toString(), "--landing", landing.toString());
            assertThat(Received.current(new Home(home).zone(Zone.RECEIVED)).files())
                    .extracting(f -> f.provider())
                    .containsExactlyInAnyOrder("NT1", "AD01", "AD02");
            // Findings are now those of another version of the warehouse and of the contract.
            Told.well("standardise", "--home", home.toString());
            Told.well("consolidate", "--home", home.toString());
            assertThat(patients(home)).contains("\"n\":8");
        }
    }

    @Test
    void what_is_written_for_a_sender_is_for_its_owner_alone() throws IOException {
        Path home = StoredHome.newest(folder.resolve("home"));
        Path out = folder.resolve("out");
        Told.well("held", "--home", home.toString(), "--out", out.toString());
        assertThat(Rights.of(out.resolve("NT1/2025-26-Q1"))).isEqualTo(Rights.OWNERS_FOLDER);
    }

    /** Slower than the suite bears: all six stages, which make all of it anew when what they follow has changed. */
    @Test
    @Tag("drill")
    void the_home_of_every_former_release_is_taken_further_with_the_same_people() throws IOException {
        for (Path zip : StoredHome.all()) {
            Path home = StoredHome.unpack(zip, folder.resolve(zip.getFileName().toString()));
            String before = keys(home);
            Told.well(
                    "run",
                    "--home",
                    home.toString(),
                    "--landing",
                    landingWithOneMore().toString());
            assertThat(patients(home)).contains("\"n\":8");
            assertThat(keys(home))
                    .as("people keep their pseudonyms")
                    .isEqualTo(before)
                    .contains("[");
        }
    }

    private static String patients(Path home) {
        return Told.well("sql", "--home", home.toString(), "--json", "select count(*) as n from patient");
    }

    private static String keys(Path home) {
        return Told.well(
                "sql",
                "--home",
                home.toString(),
                "--json",
                "select list(person_key order by person_key) k from patient");
    }

    private Path landingWithOneMore() throws IOException {
        Path landing = folder.resolve("landing");
        Path sent = StoredHome.landing().resolve("2025-26-Q1/AD01/advocacy-cases.csv");
        Path silent = Files.createDirectories(landing.resolve("2025-26-Q1/AD02"));
        String cases = Files.readString(sent).replace("AD01-", "AD02-").replace("NT1S1", "NT1S2");
        Files.writeString(silent.resolve("advocacy-cases.csv"), cases);
        return landing;
    }
}
