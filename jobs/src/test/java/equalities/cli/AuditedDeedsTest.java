package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.security.auth.module.UnixSystem;
import equalities.audit.Event;
import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home in which a run, exports, another key and an erasure were done, while a server was told the end of its audit log. */
class AuditedDeedsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOLD = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    static Path folder = Path.of(".");

    private static HttpServer server;
    private static String anchor = "";
    private static Path home = Path.of(".");
    private static Path log = Path.of(".");
    private static List<JsonNode> lines = List.of();

    @BeforeAll
    static void all_of_it_is_done() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/heads", call -> {
            boolean line = call.getRequestMethod().equals("POST");
            if (line) {
                TOLD.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            call.sendResponseHeaders(line ? 204 : 405, -1);
            call.close();
        });
        server.start();
        anchor = "http://127.0.0.1:" + server.getAddress().getPort() + "/heads";
        home = folder.resolve("home");
        Path made = folder.resolve("made");
        Told.well("generate", "--out", made.toString(), "--people", "200", "--no-faults", "--json");
        Path landing = made.resolve("landing");
        deed("run", "--landing", landing.toString());
        deed("grant-analyst", "--out", folder.resolve("grant").toString());
        deed("held", "--out", folder.resolve("to mend").toString());
        deed("rotate-key");
        String number = Files.readAllLines(landing.resolve("2025-26-Q1/AD01/advocacy-cases.csv"))
                .get(1)
                .split(",", -1)[1];
        Path whom = Files.writeString(folder.resolve("whom"), number + "\n");
        deed("erase", "--key-file", whom.toString(), "--reference", "request 12");
        log = home.resolve("state/audit.jsonl");
        lines = Files.readAllLines(log).stream().map(AuditedDeedsTest::json).toList();
        assertThat(Files.readString(log)).doesNotContain(number).doesNotContain("request 12");
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void deed(String command, String... more) {
        List<String> call = new ArrayList<>(List.of(command, "--home", home.toString(), "--json"));
        call.addAll(Arrays.asList(more));
        call.addAll(List.of("--set", "audit-anchor=" + anchor, "--set", "policy=mhsds"));
        assertThat(Told.by(call.toArray(String[]::new)).exit()).as(command).isIn(0, 99);
    }

    private static Stream<JsonNode> of(String what) {
        return lines.stream().filter(line -> line.path("what").asText().equals(what));
    }

    @Test
    void each_deed_has_a_line_before_it_and_one_behind_that_say_who_where_when_and_how_it_ended() {
        for (String command : List.of("run", "grant-analyst", "held", "rotate-key", "erase")) {
            List<JsonNode> own = Stream.concat(of("began"), of("ended"))
                    .filter(line -> line.path("facts").path("command").asText().equals(command))
                    .toList();
            assertThat(own).as(command).hasSize(2).allSatisfy(line -> {
                assertThat(line.path("user").asText()).isEqualTo(new UnixSystem().getUsername());
                assertThat(line.path("process").asLong())
                        .isEqualTo(ProcessHandle.current().pid());
                assertThat(line.path("at").asText()).startsWith("20");
                assertThat(line.path("host").asText()).isNotEmpty();
            });
            assertThat(own.get(0).path("run")).isEqualTo(own.get(1).path("run"));
            assertThat(own.get(1).path("facts").path("status").asText()).isNotEmpty();
        }
    }

    @Test
    void which_submission_became_which_rows_is_in_it_as_the_ledger_has_it() throws IOException {
        Map<String, JsonNode> newest = new java.util.HashMap<>();
        of("submission")
                .map(line -> line.path("facts"))
                .forEach(facts -> newest.put(
                        facts.path("provider_code").asText()
                                + facts.path("submission_id").asText(),
                        facts));
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            var ledger = database.query(
                            "select provider_code, submission_id, rows_seen, rows_accepted, rows_held, status"
                                    + " from submission")
                    .maps();
            assertThat(newest).hasSameSizeAs(ledger);
            assertThat(ledger).isNotEmpty().allSatisfy(row -> {
                JsonNode facts = newest.getOrDefault(
                        "" + row.get("provider_code") + row.get("submission_id"), MissingNode.getInstance());
                for (String what : List.of("rows_seen", "rows_accepted", "rows_held", "status")) {
                    assertThat(facts.path(what).asText()).as(what).isEqualTo(String.valueOf(row.get(what)));
                }
            });
        }
    }

    @Test
    void what_was_published_and_granted_which_key_and_which_certificate_is_in_it() throws IOException {
        assertThat(of("release"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.path("facts").path("release").asText()).startsWith("published/g"));
        assertThat(of("began").map(line -> line.path("facts").path("to").asText()))
                .contains(Event.place(folder.resolve("grant")));
        assertThat(of("person key")).singleElement().satisfies(line -> {
            assertThat(line.path("facts").path("before").asText()).matches("[0-9a-f]{16}");
            assertThat(line.path("facts").path("now"))
                    .isNotEqualTo(line.path("facts").path("before"));
        });
        String certificate = of("erasure")
                .findFirst()
                .orElseThrow()
                .path("facts")
                .path("certificate")
                .asText();
        assertThat(home.resolve("state/certificates").resolve(certificate + ".json"))
                .exists();
        assertThat(of("erasure").map(line -> line.path("user").asText()))
                .containsExactly(new UnixSystem().getUsername());
    }

    @Test
    void the_server_was_told_the_end_of_each_and_what_it_kept_misses_an_end_that_was_cut_off() throws IOException {
        assertThat(TOLD).hasSizeGreaterThan(10);
        Path kept = Files.writeString(folder.resolve("kept"), String.join("", TOLD));
        assertThat(verify("--anchor", kept.toString()).exit()).isZero();
        List<String> all = Files.readAllLines(log);
        put(all.subList(0, all.size() - 2));
        Told told = verify("--anchor", kept.toString());
        put(all);
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.out()).contains("line " + (all.size() - 2)).contains("its anchor knew line " + all.size());
    }

    @Test
    void wherever_it_is_changed_cut_or_reordered_verify_says_where() throws IOException {
        List<String> all = Files.readAllLines(log);
        for (String what : List.of("submission", "release", "person key", "erasure")) {
            int at = IntStream.range(0, all.size())
                    .filter(i -> lines.get(i).path("what").asText().equals(what))
                    .findFirst()
                    .orElseThrow();
            List<String> changed = new ArrayList<>(all);
            changed.set(at, all.get(at).replace("\"user\":\"", "\"user\":\"x"));
            touched(changed, "line " + (at + 1) + " was changed");
            List<String> cut = new ArrayList<>(all);
            cut.remove(at);
            touched(cut, "line " + (at + 1) + " was written as line " + (at + 2));
            List<String> moved = new ArrayList<>(all);
            Collections.swap(moved, at, at - 1);
            touched(moved, "line " + at + " was written as line " + (at + 1));
        }
        put(all);
        assertThat(verify().exit()).isZero();
    }

    private static void touched(List<String> instead, String where) throws IOException {
        put(instead);
        Told told = verify();
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.out()).contains("The audit log was touched: " + where);
    }

    private static void put(List<String> instead) throws IOException {
        Files.writeString(log, String.join("\n", instead) + "\n");
    }

    private static Told verify(String... more) {
        List<String> call = new ArrayList<>(List.of("verify", "--home", home.toString()));
        call.addAll(Arrays.asList(more));
        return Told.by(call.toArray(String[]::new));
    }

    @Test
    void with_nobody_there_to_be_told_nothing_is_begun() throws IOException {
        long before = Files.size(log);
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", call -> {
            call.sendResponseHeaders(503, -1);
            call.close();
        });
        broken.start();
        String address = "http://127.0.0.1:" + broken.getAddress().getPort() + "/";
        Path out = folder.resolve("never");
        List<String> all = Files.readAllLines(log);
        try {
            Told told = grant(out, address);
            assertThat(told.exit()).isNotZero();
            assertThat(told.errors()).contains("The anchor of the audit log " + address + " answered 503");
        } finally {
            broken.stop(0);
        }
        assertThat(grant(out, address).errors()).contains(address + " was not reached");
        assertThat(out).doesNotExist();
        put(all);
        assertThat(Files.size(log)).isEqualTo(before);
    }

    private static Told grant(Path out, String address) {
        return Told.by(
                "grant-analyst",
                "--home",
                home.toString(),
                "--out",
                out.toString(),
                "--set",
                "audit-anchor=" + address);
    }
}
