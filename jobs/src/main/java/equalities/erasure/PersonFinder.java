package equalities.erasure;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.erasure.ErasurePlan.FileErasure;
import equalities.erasure.ErasurePlan.Submission;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.record.PersonSearch;
import equalities.record.Register;
import equalities.record.UnreadableFile;
import equalities.record.Wanted;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds everything in a home that is about people: rows with their NHS number or with what a provider calls them, then
 * with every number that those rows have, then rows without a number that the warehouse linked to them.
 */
final class PersonFinder {
    private final Home home;
    private final Specification specification;
    private final ErasureKeys keys;

    PersonFinder(Home home, Specification specification, ErasureKeys keys) {
        this.home = home;
        this.specification = specification;
        this.keys = keys;
    }

    /**
     * @param wanted with all numbers and links that were found on the way
     * @param keys the people's pseudonyms
     */
    record Found(
            List<FileErasure> files,
            List<Submission> unsearchable,
            Map<String, Long> rows,
            Wanted wanted,
            Set<String> keys) {}

    Found find(Wanted asked) throws IOException {
        Search first = search(asked, false);
        Wanted known = asked.withNumbers(first.numbers);
        try (Database database = warehouse()) {
            Set<String> pseudonyms = known.numbers().stream()
                    .map(keys.person()::pseudonym)
                    .collect(Collectors.toCollection(HashSet::new));
            if (!asked.identifiers().isEmpty()) {
                pseudonyms.addAll(keysOf(database, first.files));
            }
            Wanted all = known.withLinks(links(database, pseudonyms));
            Search last = all.equals(asked) ? first : search(all, false);
            return new Found(last.files, last.unsearchable, rows(database, pseudonyms), all, pseudonyms);
        }
    }

    /** Every row that is held in these submissions. */
    List<FileErasure> held(Set<String> identities) throws IOException {
        return search(Wanted.NOBODY_AT_ALL, true).files.stream()
                .filter(f -> identities.contains(f.submission().identity()))
                .toList();
    }

    /** What one reading of the received zone found. */
    private static final class Search {
        final List<FileErasure> files = new ArrayList<>();
        final List<Submission> unsearchable = new ArrayList<>();
        final Set<String> numbers = new HashSet<>();
    }

    private Search search(Wanted wanted, boolean heldRows) throws IOException {
        PersonSearch person = new PersonSearch(specification, keys.person(), wanted, heldRows);
        ZoneStore received = home.zone(Zone.RECEIVED);
        ReceivedFiles files = ReceivedFiles.of(received, keys.zones());
        Search all = new Search();
        for (ReceivedFile file : Received.current(received).files()) {
            Submission submission = new Submission(file.period(), file.provider(), file.fileName(), file.sha256());
            if (file.gone()) {
                continue;
            }
            try {
                PersonSearch.Found found = person.search(
                        FileBytes.of(files.plainFile(file.sha256()), () -> files.open(file.sha256())),
                        file.fileName(),
                        file.provider(),
                        file.period(),
                        Register.read(Registers.of(received, file.period())));
                all.numbers.addAll(found.numbers());
                if (!found.places().isEmpty()) {
                    all.files.add(new FileErasure(
                            submission, found.places(), found.rows().size()));
                }
            } catch (UnreadableFile unreadable) {
                all.unsearchable.add(submission);
            }
        }
        return all;
    }

    private Database warehouse() throws IOException {
        Database database =
                Database.inMemory().reading(home.zone(Zone.WAREHOUSE).tables());
        for (Table table : tables()) {
            ParquetTables.createView(database, table, home.zone(Zone.WAREHOUSE).table(table.name()));
        }
        return database;
    }

    /** The tables of the warehouse that know people. */
    private List<Table> tables() throws IOException {
        Set<String> there = home.zone(Zone.WAREHOUSE).current().tables().keySet();
        return specification.tables().values().stream()
                .filter(t -> t.column("person_key").isPresent() && (t.source() != null || there.contains(t.name())))
                .toList();
    }

    private List<Table> sources() throws IOException {
        return tables().stream().filter(t -> t.source() != null).toList();
    }

    /** The pseudonyms of the rows that were found. */
    private Set<String> keysOf(Database database, List<FileErasure> files) throws IOException {
        Set<String> keys = new HashSet<>();
        for (FileErasure file : files) {
            String rows =
                    file.places().stream().map(p -> String.valueOf(p.row())).collect(Collectors.joining(", "));
            for (Table table : sources()) {
                keys.addAll(texts(
                        database,
                        "select distinct person_key from " + table.name() + " where submission_id = "
                                + Database.literal(file.submission().submissionId()) + " and row_number in (" + rows
                                + ")"));
            }
        }
        return keys;
    }

    private Set<String> links(Database database, Set<String> keys) throws IOException {
        Set<String> links = new HashSet<>();
        for (Table table : sources()) {
            links.addAll(texts(
                    database,
                    "select distinct concat_ws(chr(10), period, provider_code, link_key) from " + table.name()
                            + " where link_key is not null and link_tier is distinct from 1 and person_key in "
                            + list(keys)));
        }
        return links;
    }

    private Map<String, Long> rows(Database database, Set<String> keys) throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        for (Table table : tables()) {
            rows.put(
                    table.name(),
                    database.count("select count(*) from " + table.name() + " where person_key in " + list(keys)));
        }
        return rows;
    }

    private static String list(Set<String> texts) {
        return texts.stream().map(Database::literal).collect(Collectors.joining(", ", "(", ", null)"));
    }

    private static Set<String> texts(Database database, String query) {
        return database.query(query).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toSet());
    }
}
