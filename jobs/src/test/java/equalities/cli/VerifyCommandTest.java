package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.lake.ReleaseSeal;
import equalities.lake.SigningKey;
import equalities.stage.Progress;
import equalities.stage.StageRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String HEADING =
            "period,measure,basis,place_level,place,place_name,characteristic,code,label,part,value,mark\n";
    private static final String ROW = "2025-26-Q1,uptake,flow,england,England,England,";
    private static final String TOTAL = ROW + "total,All,Everybody,numerator,60,\n";
    private static final String MOST = ROW + "ethnicity,A,A,numerator,57,\n";
    private static final String HIDDEN = ROW + "ethnicity,B,B,numerator,,c\n" + ROW + "ethnicity,C,C,numerator,,c\n";

    @TempDir
    Path releases;

    @TempDir
    static Path keys;

    private Path release;

    @BeforeEach
    void makeFolder() throws IOException {
        release = Files.createDirectories(releases.resolve("g000000001"));
        Files.writeString(release.resolve("structure.json"), """
                {"policy": {"name": "strict", "threshold": 5, "rounding_base": 1, "zero_hidden": true, "least_width": 4},
                 "characteristics": [{"name": "ethnicity", "answers": "one"}]}
                """);
    }

    @Test
    void a_release_that_hides_enough_passes() throws IOException {
        publish(TOTAL + MOST.replace("57", "40") + HIDDEN);
        Told told = Told.by("verify", release.toString());
        assertThat(told.out())
                .contains("\n2 hidden counts attacked, none found out.\n", "signed with the key ")
                .contains("\"exit\":0");
        assertThat(told.exit()).isZero();
    }

    @Test
    void what_can_be_found_out_is_named_with_the_figures_that_tell_it() throws IOException {
        publish(TOTAL + MOST + HIDDEN);
        Told told = Told.by("verify", release.toString());
        assertThat(told.exit()).isEqualTo(65);
        assertThat(told.out())
                .contains(
                        "\n2 of 2 hidden counts can be found out.\n",
                        "England, ethnicity B, numerator is 0 to 3, because\n    - [England, everybody, numerator: 60");
    }

    @Test
    void machines_get_cells_and_derivations_as_one_document() throws IOException {
        publish(TOTAL + MOST + HIDDEN);
        assertThat(Told.by("verify", "--json", release.toString()).out())
                .hasLineCount(1)
                .contains("\"cell\":\"England, ethnicity B, numerator\",\"lower\":0.0,\"upper\":3.0,\"derivation\":[");
    }

    @Test
    void a_file_that_was_touched_is_named() throws IOException {
        publish(TOTAL);
        Files.writeString(release.resolve("counts.csv"), HEADING + TOTAL.replace("60", "61"));
        Files.writeString(release.resolve("extra.csv"), "a\n");
        Told told = Told.by("verify", release.toString());
        assertThat(told.exit()).isEqualTo(65);
        assertThat(told.out()).contains("Touched: counts.csv was changed", "Touched: extra.csv was added");
    }

    @Test
    void a_file_that_was_touched_so_that_nobody_can_read_it_is_named() throws IOException {
        publish(TOTAL);
        Files.writeString(release.resolve("counts.csv"), HEADING + TOTAL + "x");
        Told told = Told.by("verify", release.toString());
        assertThat(told.exit()).isEqualTo(65);
        assertThat(told.out()).contains("Touched: counts.csv was changed", "was not attacked");
    }

    @Test
    void another_key_than_the_publishers_is_seen() throws IOException {
        publish(TOTAL);
        SigningKey.readOrMake(keys.resolve("other_key"));
        Told told = Told.by("verify", "--key", keys.resolve("other_key.public").toString(), release.toString());
        assertThat(told.out()).contains("release.json.sig was made with another key than the one you named");
        assertThat(told.exit()).isEqualTo(65);
        Path own = keys.resolve("signing_key.public");
        assertThat(Told.by("verify", "--key", own.toString(), release.toString())
                        .exit())
                .isZero();
    }

    @Test
    void a_release_that_was_corrected_since_is_said_to_be() throws IOException {
        publish(TOTAL);
        Files.writeString(releases.resolve("releases.json"), """
                {"releases": [{"release": "g000000001", "corrected_by": "g000000002"}]}
                """);
        assertThat(Told.by("verify", release.toString()).out()).contains("It was corrected: use g000000002 instead.");
    }

    @Test
    void a_release_without_counts_has_nothing_to_attack() throws IOException {
        Files.delete(release.resolve("structure.json"));
        seal();
        assertThat(Told.by("verify", release.toString()).out()).contains("There is nothing to attack");
    }

    @Test
    void a_folder_that_is_not_there_is_a_wrong_call() {
        assertThat(Told.by("verify", releases.resolve("none").toString()).exit())
                .isEqualTo(64);
    }

    @Test
    void the_gate_refuses_what_can_be_found_out_and_says_why() throws IOException {
        publish(TOTAL + MOST + HIDDEN);
        AttackGate gate = new AttackGate(Progress.silent());
        assertThatThrownBy(() -> gate.check(release, List.of()))
                .isInstanceOf(StageRefused.class)
                .hasMessageContaining("2 of 2 hidden counts can be found out")
                .hasMessageContaining("everybody gives one answer");
    }

    private void publish(String rows) throws IOException {
        Files.writeString(release.resolve("counts.csv"), HEADING + rows);
        seal();
    }

    private void seal() throws IOException {
        SigningKey key = SigningKey.readOrMake(keys.resolve("signing_key"));
        ReleaseSeal.write(release, Map.of("made_from", "m"), key);
        Files.writeString(release.resolve("complete"), "m");
    }
}
