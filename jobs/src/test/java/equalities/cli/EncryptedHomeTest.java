package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.engine.duckdb.Database;
import equalities.erasure.Erasure;
import equalities.erasure.ErasureKeys;
import equalities.erasure.KeyFile;
import equalities.lake.Fingerprint;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Rights;
import equalities.lake.SigningKey;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import equalities.operate.HomeChecks;
import equalities.record.PersonKey;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One home whose received files are locked, beside one of the same returns whose are not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EncryptedHomeTest {
    private static final String MARK = "Zyqvexo";

    private static final String HASH = "select count(*)::varchar || ':' || sum(hash(t)::hugeint)::varchar from"
            + " (select columns(lambda c: c not in ('received_at', 'known_from')) from %s) t";

    @TempDir
    static Path folder = Path.of(".");

    private static Path plain = Path.of(".");
    private static Path locked = Path.of(".");
    private static Path key = Path.of(".");
    private static Path landing = Path.of(".");

    @BeforeAll
    static void the_same_is_received_twice() throws IOException {
        plain = folder.resolve("plain");
        locked = folder.resolve("locked");
        landing = folder.resolve("landing");
        key = Files.createDirectories(folder.resolve("elsewhere")).resolve("key");
        land();
        Told.well(with("encrypt", locked));
        for (Path home : List.of(plain, locked)) {
            for (String stage : List.of("receive", "standardise")) {
                Told.well(with(stage, home));
            }
        }
    }

    /** Text, a workbook, an OpenDocument, Parquet and an archive; each with rows that are right and one that is held. */
    private static void land() throws IOException {
        StoredHome.copy(StoredHome.landing(), landing);
        Path sender = landing.resolve("2025-26-Q1/AD01");
        List<List<String>> rows = new ArrayList<>();
        Files.readAllLines(sender.resolve("advocacy-cases.csv"))
                .forEach(l -> rows.add(Arrays.asList(l.split(",", -1))));
        List<String> wrong = new ArrayList<>(rows.get(1));
        wrong.set(3, MARK);
        wrong.set(13, MARK + " word");
        rows.add(wrong);
        EveryFormat.write(rows, sender);
        Files.writeString(sender.resolve("unknown.csv"), "Colour,Client\nred," + MARK + "\n");
    }

    /** A call for a home, with the key of pseudonyms that both share, and the key of the one that is locked. */
    private static String[] with(String command, Path home, String... more) {
        return with(home.equals(plain) ? null : key, command, home, more);
    }

    private static String[] with(@Nullable Path keyFile, String command, Path home, String... more) {
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(List.of(more));
        call.addAll(List.of("--home", home.toString()));
        call.addAll(List.of("--set", "person-key-file=" + folder.resolve("person")));
        call.addAll(List.of("--set", "landing=" + landing));
        if (keyFile != null) {
            call.addAll(List.of("--set", "received-key-file=" + keyFile));
        }
        return call.toArray(String[]::new);
    }

    @Test
    @Order(1)
    void of_what_was_received_no_byte_is_in_the_home_in_the_clear() throws IOException {
        assertThat(ByteSearch.holds(plain.resolve("received"), StoredHome.NUMBER))
                .isTrue();
        assertThat(ByteSearch.holds(plain.resolve("held"), MARK)).isTrue();
        assertThat(ByteSearch.holds(locked, StoredHome.NUMBER)).isFalse();
        for (String place : List.of("received", "held", "state")) {
            assertThat(ByteSearch.holds(locked.resolve(place), MARK)).as(place).isFalse();
        }
        assertThat(Files.readString(key).strip()).matches("[0-9a-f]{64}");
        assertThat(Rights.of(key)).isEqualTo(Rights.OWNERS_FILE);
        assertThat(ByteSearch.holds(locked, Files.readString(key).strip())).isFalse();
    }

    @Test
    @Order(1)
    void all_that_its_warehouse_is_made_of_is_that_of_the_home_that_is_not_locked() throws IOException {
        ZoneStore standard = new Home(plain).zone(Zone.STANDARD);
        assertThat(standard.current().tables().keySet()).hasSizeGreaterThan(5);
        for (String table : standard.current().tables().keySet()) {
            assertThat(print(locked, table)).as(table).isEqualTo(print(plain, table));
        }
        assertThat(print(locked, "held_row")).doesNotStartWith("0:");
        assertThat(print(locked, "advocacy-cases.national")).doesNotStartWith("0:");
    }

    private static String print(Path home, String table) throws IOException {
        String files = new Home(home)
                .zone(Zone.STANDARD).table(table).stream()
                        .map(place -> Database.literal(place + "/*.parquet"))
                        .collect(Collectors.joining(", ", "read_parquet([", "])"));
        try (Database database = Database.inMemory()) {
            return String.valueOf(database.value(HASH.formatted(files)));
        }
    }

    @Test
    @Order(1)
    void a_submission_is_written_as_it_came_for_who_has_the_key() throws IOException {
        Path sent = landing.resolve("2025-26-Q1/AD01/a.xlsx");
        String sha256 = Fingerprint.ofFile(sent);
        Path out = folder.resolve("received");
        Told.well(with("received", locked, "--out", out.toString(), sha256.substring(0, 12)));
        assertThat(out.resolve(sha256).resolve("a.xlsx")).hasSameBinaryContentAs(sent);
        assertThat(Rights.of(out.resolve(sha256))).isEqualTo(Rights.OWNERS_FOLDER);
        assertThat(Files.readString(locked.resolve("state/reports"))).contains(out.resolve(sha256) + "/a.xlsx");
        assertThat(Told.by(with("received", locked, "--out", out.toString(), ""))
                        .errors())
                .contains("submissions the SHA-256 begins with ''");
    }

    @Test
    @Order(1)
    void senders_are_told_the_same_and_the_same_spellings_are_suggested() throws IOException {
        List<String> told = new ArrayList<>();
        for (Path home : List.of(plain, locked)) {
            Path out = folder.resolve("held of " + home.getFileName());
            Told.well(with("held", home, "--out", out.toString()));
            told.add(Files.readString(out.resolve("AD01/2025-26-Q1/to mend.json"))
                    + Told.well(with("spellings", home, "suggest")));
        }
        assertThat(told.get(1)).isEqualTo(told.get(0)).contains(MARK.toLowerCase(java.util.Locale.ROOT) + " word");
    }

    @Test
    @Order(2)
    void without_its_key_and_with_another_nothing_is_begun_and_it_is_said_which_key_is_missing() throws IOException {
        Path another = Files.writeString(folder.resolve("another"), "0".repeat(64) + "\n");
        Rights.set(another, Rights.OWNERS_FILE);
        String print = new Home(locked).zone(Zone.RECEIVED).current().key();
        for (Path given : Arrays.asList(null, another)) {
            for (String[] call : List.of(
                    with(given, "standardise", locked),
                    with(given, "held", locked, "--out", folder.resolve("none").toString()),
                    with(given, "spellings", locked, "suggest"),
                    with(given, "verify", locked),
                    with(given, "erase", locked, "--key-file", whom().toString(), "--dry-run"))) {
                Told told = Told.by(call);
                assertThat(told.exit()).as("%s", told).isEqualTo(ExitCode.REFUSED.number());
                assertThat(told.errors())
                        .contains("are locked with key " + print)
                        .contains(given == null ? "none is given" : "the key given is ")
                        .contains("Nothing is damaged");
            }
        }
        assertThat(Told.by(with(folder.resolve("lost"), "verify", locked)).errors())
                .contains("locked with key " + print + ", and there is no file " + folder.resolve("lost"));
        assertThat(Told.by(with(folder.resolve("lost"), "encrypt", locked)).exit())
                .as("no other key is made for what is locked")
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(folder.resolve("lost")).doesNotExist();
        assertThat(HomeChecks.encryption(new Home(locked), ZoneKeys.NONE).found())
                .contains("are locked with key " + print);
        Told.well(with(null, "status", locked));
        assertThat(HomeChecks.encryption(new Home(locked), ReceivedKey.of(settings(Map.of())))
                        .found())
                .contains("are locked with key " + print + "; keep a copy");
    }

    @Test
    @Order(2)
    void a_home_that_came_without_a_key_says_how_it_is_locked_and_a_key_is_not_made_within() {
        assertThat(Told.by(with(key, "verify", plain)).errors()).contains("Run 'equalities encrypt --home " + plain);
        Told within = Told.by(with(locked.resolve("state/key"), "encrypt", locked));
        assertThat(within.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(within.errors()).contains("A key in the home it locks protects nothing");
        assertThat(Told.by(with(null, "encrypt", locked)).errors()).contains("Say where the key is to lie");
    }

    @Test
    @Order(3)
    void a_new_key_locks_all_of_it_and_the_old_one_nothing() throws IOException {
        String before = Files.readString(key);
        String print = new Home(locked).zone(Zone.RECEIVED).current().key();
        Told.well(with("encrypt", locked, "--new-key"));
        assertThat(Files.readString(key)).hasSameSizeAs(before).isNotEqualTo(before);
        Path old = key.resolveSibling("key." + print);
        assertThat(old).hasContent(before);
        Told.well(with("verify", locked));
        assertThat(Told.by(with(old, "verify", locked)).exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(Equalities.run(with("standardise", locked))).isEqualTo(ExitCode.NOTHING_NEW.number());
        assertThat(Equalities.run(with("encrypt", locked))).isEqualTo(ExitCode.NOTHING_NEW.number());
        assertThat(locked.resolve("received/files-" + print)).doesNotExist();
        assertThat(Files.readString(locked.resolve("state/audit.jsonl")))
                .contains("\"what\":\"zone key\"")
                .contains(print)
                .doesNotContain(before.strip());
    }

    @Test
    @Order(4)
    void a_change_of_key_that_was_killed_leaves_a_home_that_opens_and_is_ended_by_the_same_command() throws Exception {
        String before = Files.readString(key).strip();
        try (OtherProcess change = OtherProcess.start(
                folder.resolve("output"),
                Map.of(),
                OtherProcess.classPath(),
                Equalities.class.getName(),
                with("encrypt", locked, "--new-key"))) {
            assertThat(change.waitUntil(EncryptedHomeTest::hasTwoKeys))
                    .as("it came to writing")
                    .isTrue();
            change.kill();
        }
        Told.well(with("verify", locked));
        Told.well(with("encrypt", locked, "--new-key"));
        assertThat(Files.readString(key).strip()).matches("[0-9a-f]{64}").isNotEqualTo(before);
        Told.well(with("verify", locked));
        try (Stream<Path> all = Files.list(locked.resolve("received"))) {
            assertThat(all.filter(p -> p.getFileName().toString().startsWith("files")))
                    .hasSize(1);
        }
    }

    private static boolean hasTwoKeys() {
        try {
            return Files.readAllLines(key).size() > 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Slower than the suite bears: the stages make all of it anew. */
    @Test
    @Tag("drill")
    @Order(6)
    void an_erasure_goes_on_to_its_certificate() throws IOException {
        String told = Told.well(with("erase", locked, "--key-file", whom().toString(), "--json"));
        assertThat(told).contains("\"certificate\":");
        Told.well(with("verify", locked));
        assertThat(Told.well(with(null, "sql", locked, "--json", "select count(*) > 0 as there from patient")))
                .as("analysts need no key")
                .contains("\"there\":true");
    }

    @Test
    @Order(5)
    void an_erasure_finds_the_person_in_locked_files_of_every_format_and_leaves_none_of_them() throws Exception {
        assertThat(unlocked()).contains(StoredHome.NUMBER);
        PersonKey person = PersonKeyFile.read(folder.resolve("person"));
        Erasure erasure = Erasure.plan(
                new Home(locked),
                SpecificationReader.read(Path.of(System.getProperty("equalities.root", ".."), "schemas")),
                new ErasureKeys(person, ReceivedKey.of(settings(Map.of()))),
                KeyFile.read(whom()),
                "",
                Clock.systemUTC());
        assertThat(stillIn(erasure)).contains("/received/files-");
        assertThat(erasure.tell().get("not_searchable")).isEqualTo(List.of());
        erasure.rewrite();
        assertThat(unlocked()).doesNotContain(StoredHome.NUMBER).contains(MARK);
        assertThat(stillIn(erasure)).contains("/standard/").doesNotContain("/received/");
        assertThat(ByteSearch.holds(locked.resolve("received"), "transcript of what was received"))
                .isFalse();
        Told.well(with("verify", locked));
    }

    /** Where its own search of every byte finds the person. */
    private static String stillIn(Erasure erasure) throws Exception {
        try {
            return erasure.certify(SigningKey.readOrMake(locked.resolve("state/signing_key")), 0)
                    .toString();
        } catch (Erasure.StillThere still) {
            return String.valueOf(still.getMessage());
        }
    }

    private static Path whom() throws IOException {
        return Files.writeString(folder.resolve("whom"), StoredHome.NUMBER + "\n");
    }

    /** All that was received, by its door. */
    private static String unlocked() throws IOException {
        ZoneStore received = new Home(locked).zone(Zone.RECEIVED);
        ReceivedFiles files = ReceivedFiles.of(received, ReceivedKey.of(settings(Map.of())));
        StringBuilder all = new StringBuilder();
        for (ReceivedFile file : Received.current(received).files()) {
            try (InputStream in = Channels.newInputStream(files.open(file.sha256()))) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    @Order(6)
    void the_key_comes_from_the_environment_too_and_never_from_arguments() throws IOException {
        Map<String, String> environment = Map.of("EQUALITIES_RECEIVED_KEY", Files.readString(key));
        Settings given = Settings.of(Map.of(), environment, folder.resolve("-"), folder);
        assertThat(ReceivedKey.of(given).first().orElseThrow().print())
                .isEqualTo(new Home(locked).zone(Zone.RECEIVED).current().key());
        assertThat(given.shown(Setting.RECEIVED_KEY)).isEqualTo("(a secret)");
        assertThatThrownBy(() -> ReceivedKey.of(settings(environment))).hasMessageContaining("is given twice");
        Told told = Told.by("verify", "--home", locked.toString(), "--set", "received-key=" + Files.readString(key));
        assertThat(told.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(told.errors() + told.out())
                .contains("EQUALITIES_RECEIVED_KEY alone")
                .doesNotContain(Files.readString(key).strip());
    }

    private static Settings settings(Map<String, String> environment) throws IOException {
        return Settings.of(Map.of(Setting.RECEIVED_KEY_FILE, key.toString()), environment, folder.resolve("-"), folder);
    }

    @Test
    @Order(7)
    void what_was_locked_is_unlocked_again() throws IOException {
        Told.well(with("encrypt", locked, "--undo"));
        Told.well(with(null, "verify", locked));
        assertThat(locked.resolve("received/files")).isNotEmptyDirectory();
    }
}
