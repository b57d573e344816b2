package equalities.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.Zone;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneState;
import equalities.lake.ZoneStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a zone holds, in a few words a table, so that two homes can be compared: all but when things came and were made. */
final class ZonePrint {
    private static final String TIMES = "'known_from', 'received_at'";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ZonePrint() {}

    /** Table, file or fact to what it holds. */
    static Map<String, String> of(Home home, Zone zone, ZoneKeys keys) throws IOException {
        ZoneStore store = home.zone(zone);
        Map<String, String> print = switch (zone) {
            case RECEIVED -> received(store, ReceivedFiles.of(store, keys));
            case PUBLISHED -> release(store);
            case HELD -> held(store, ZoneFiles.of(store, keys));
            case STANDARD, WAREHOUSE, FINDINGS, PROTECTED -> tables(store);
        };
        store.current().facts().entrySet().stream()
                .filter(fact -> !fact.getKey().startsWith("period ")) // These follow from when files came.
                .forEach(fact -> print.put("fact " + fact.getKey(), fact.getValue()));
        return print;
    }

    private static Map<String, String> received(ZoneStore store, ReceivedFiles bytes) throws IOException {
        Map<String, String> print = new TreeMap<>();
        for (ReceivedFile file : Received.current(store).files()) {
            boolean whole = bytes.isThere(file.sha256())
                    && bytes.fingerprint(file.sha256()).equals(file.sha256());
            print.put(
                    file.identity(),
                    file.fileName() + " " + file.modifiedAt() + " " + file.reason() + (whole ? "" : " LOST"));
        }
        for (Path registers : store.table(Registers.TABLE)) {
            print.put(Registers.TABLE, Fingerprint.ofFolder(registers));
        }
        return print;
    }

    /** No database opens what is locked, so that it is unlocked beside, which invented returns may be. */
    private static Map<String, String> held(ZoneStore store, ZoneFiles files) throws IOException {
        if (!files.areLocked()) {
            return tables(store);
        }
        Map<String, String> print = new TreeMap<>();
        Path beside = Files.createTempDirectory("held");
        try (Database database = Database.inMemory()) {
            for (String table : store.current().tables().keySet()) {
                Path plain = Files.createDirectory(beside.resolve(table));
                unlock(store.table(table), files, plain);
                print.put(table, of(database, "read_parquet(" + Database.literal(plain + "/*.parquet") + ")"));
            }
        } finally {
            Durable.delete(beside);
        }
        return print;
    }

    private static void unlock(List<Path> places, ZoneFiles files, Path plain) throws IOException {
        int written = 0;
        for (Path place : places) {
            try (Stream<Path> all = Files.list(place)) {
                for (Path file : all.toList()) {
                    try (InputStream in = files.stream(file)) {
                        Files.copy(in, plain.resolve(written++ + ".parquet"));
                    }
                }
            }
        }
    }

    private static Map<String, String> tables(ZoneStore store) throws IOException {
        Map<String, String> print = new TreeMap<>();
        try (Database database = Database.inMemory().reading(store.tables())) {
            for (String table : store.current().tables().keySet()) {
                print.put(table, of(database, ParquetTables.relation(database, store.table(table))));
            }
        }
        return print;
    }

    /** Number of rows and the sum of their hashes, whatever their order. */
    static String of(Database database, String relation) {
        return String.valueOf(
                database.value("select count(*)::varchar || ':' || coalesce(sum(hash(t)::hugeint), 0)::varchar"
                        + " from (select columns(lambda c: c not in (" + TIMES + ")) from " + relation + ") t"));
    }

    private static Map<String, String> release(ZoneStore store) throws IOException {
        Map<String, String> print = new TreeMap<>();
        ZoneState state = store.current();
        Path release = store.root().resolve("g%09d".formatted(state.generation()));
        String made = JSON.readTree(release.resolve("release.json").toFile())
                .path("made_at")
                .asText();
        for (Path file : files(release)) {
            String text = Files.readString(file).replace(made, "");
            print.put(String.valueOf(file.getFileName()), Fingerprint.of(text));
        }
        return print;
    }

    private static List<Path> files(Path release) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(release)) {
            all.filter(f -> f.toString().endsWith(".csv")).sorted().forEach(found::add);
        }
        return found;
    }
}
