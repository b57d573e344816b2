package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SpeedBenchTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    @TempDir
    Path folder;

    @Test
    void the_floor_finds_the_people_and_the_uptake_that_are_there() throws Exception {
        Settings settings = Settings.of(Map.of(), Map.of(), folder.resolve("-"), ROOT.toAbsolutePath());
        new SpeedBench(settings, folder, ProgressLine.of(true)).returns(600);
        Path out = Files.createDirectories(folder.resolve("floor"));
        SpeedBench.floor(ROOT.resolve("jobs/bench/floor.sql"), folder, out);
        try (Database database = Database.inMemory()) {
            // Who is at a site twice may have answered twice: the floor takes one of the answers, so that sites are
            // compared.
            assertThat(database.query("""
                    with floor as (
                        select site as place, sum(accessed) as accessed, sum(qualifying) as qualifying
                        from '%1$s/floor/uptake.csv' where characteristic = 'gender' group by site
                    ),
                    truth as (
                        select place, sum(accessed) as accessed, sum(qualifying) as qualifying
                        from '%1$s/made/uptake.csv' where characteristic = 'gender' and place_level = 'site' group by place
                    )
                    select count(*), count(*) filter (floor.accessed = truth.accessed and floor.qualifying = truth.qualifying)
                    from floor full join truth using (place)
                    """.formatted(folder)).rows()).isEqualTo(List.of(List.of(8L, 8L)));
        }
        assertThat(out.resolve("qualifying_patient.parquet")).isNotEmptyFile();
    }

    @Test
    void a_process_is_measured_from_its_start_to_its_end() throws Exception {
        Measured measured = Measured.run(List.of("bash", "-c", "for i in {1..200000}; do :; done; exit 3"), folder);
        assertThat(measured.exit()).isEqualTo(3);
        assertThat(measured.processor()).isPositive();
        assertThat(measured.wall()).isGreaterThan(measured.processor() / 2);
    }
}
