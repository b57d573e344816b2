package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    @TempDir
    Path folder;

    @Test
    void the_flag_counts_before_the_environment_and_that_before_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "home=of-file\nperiod=2025-26\nlanding=of-file\n");
        Settings settings = Settings.of(
                Map.of(Setting.HOME, "of-flag"),
                Map.of("EQUALITIES_HOME", "of-environment", "EQUALITIES_LANDING", "of-environment"),
                file,
                folder);
        assertThat(settings.value(Setting.HOME)).isEqualTo(new Settings.Value("of-flag", "flag"));
        assertThat(settings.value(Setting.LANDING)).isEqualTo(new Settings.Value("of-environment", "environment"));
        assertThat(settings.value(Setting.PERIOD)).isEqualTo(new Settings.Value("2025-26", "file"));
        assertThat(settings.value(Setting.STOP_SECONDS).origin()).isEqualTo("default");
    }

    @Test
    void an_unknown_key_in_the_file_is_an_error_with_the_nearest_known_one() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "repositry-url=jdbc:h2:mem:x\n");
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), file, folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'repositry-url' (in the file " + file + ")")
                .hasMessageContaining("The nearest is 'repository-url'");
    }

    @Test
    void an_unknown_variable_is_an_error_with_the_nearest_known_one() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("EQUALITIES_LANDNG", "x"), folder.resolve("-"), folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("The nearest is 'EQUALITIES_LANDING'");
    }

    @Test
    void a_value_that_is_not_of_its_kind_is_an_error_that_shows_one_that_is() {
        assertThatThrownBy(() -> Settings.of(Map.of(Setting.PERIOD, "25/26"), Map.of(), folder.resolve("-"), folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a period: 2025-26, 2025-26-Q1 or 2025-06, and not '25/26' (flag)");
    }

    @Test
    void a_repository_or_a_master_that_is_of_no_known_kind_is_an_error_and_not_passed_over() {
        assertThat(Equalities.run("status", "--set", "repository-url=postgresql://127.0.0.1/jobs"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(Equalities.run("status", "--set", "spark-master=yarn")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void a_period_of_which_nothing_has_landed_is_said_and_is_nothing_new() {
        Path landing = StoredHome.landing().toAbsolutePath().normalize();
        Told told = Told.by(
                "receive",
                "--home",
                folder.resolve("home").toString(),
                "--landing",
                landing.toString(),
                "--period",
                "2030-31-Q1");
        assertThat(told.exit()).isEqualTo(ExitCode.NOTHING_NEW.number());
        assertThat(told.errors()).contains("there is no folder " + landing.resolve("2030-31-Q1"));
    }

    @Test
    void every_wrong_setting_ends_with_the_exit_code_of_usage() {
        assertThat(Equalities.run("status", "--set", "hom=x")).isEqualTo(ExitCode.USAGE.number());
        assertThat(Equalities.run("run", "--period", "25/26")).isEqualTo(ExitCode.USAGE.number());
        assertThat(Equalities.run("status", "--config", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void a_landing_area_that_is_not_there_is_refused_before_anything_is_made() {
        Path home = folder.resolve("home");
        assertThat(Equalities.run(
                        "run",
                        "--home",
                        home.toString(),
                        "--landing",
                        folder.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(home).doesNotExist();
    }

    @Test
    void a_password_file_that_others_may_read_is_refused_with_the_mend() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "secret\n");
        Settings settings = Settings.of(
                Map.of(Setting.REPOSITORY_PASSWORD_FILE, file.toString()), Map.of(), folder.resolve("-"), folder);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Wiring.repository(settings))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(Wiring.repository(settings).password()).isEqualTo("secret");
    }

    @Test
    void the_manual_is_what_the_settings_say() throws IOException {
        assertThat(Setting.manual())
                .as("write it anew: jobs/bin/equalities settings > jobs/SETTINGS.md")
                .isEqualTo(Files.readString(ROOT.resolve("jobs/SETTINGS.md")));
    }
}
