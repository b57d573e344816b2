package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.ZoneFiles;
import equalities.spec.Characteristic;
import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.LinkingPolicy;
import equalities.spec.Specification;
import equalities.spec.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables that follow from the specification alone: what characteristics, codes and rules mean. */
final class CodeTables {
    private final Specification specification;
    private final ZoneFiles files;

    /** @param files how files of the warehouse are created */
    CodeTables(Specification specification, ZoneFiles files) {
        this.specification = specification;
        this.files = files;
    }

    void write(Path aside) throws IOException {
        try (Database database = Database.inMemory()) {
            create(database, "characteristic", characteristics(), aside);
            create(database, "code", codes(), aside);
            create(database, "list_code", listCodes(), aside);
            for (Map.Entry<String, List<List<@Nullable Object>>> table :
                    specification.quality().entrySet()) {
                create(database, table.getKey(), table.getValue(), aside);
            }
            create(database, "link_tier", linkTiers(), aside);
            create(database, "eligibility_rule", EntitlementRules.rows(specification.eligibility()), aside);
        }
    }

    private void create(Database database, String name, List<List<@Nullable Object>> rows, Path aside)
            throws IOException {
        database.createTable(specification.table(name), rows);
        ParquetTables.writeFolder(database, specification.table(name), aside, files);
    }

    private List<List<@Nullable Object>> linkTiers() {
        LinkingPolicy policy = specification.linking();
        return List.of(
                List.of(1L, "NHS number", true, policy.precision1()),
                List.of(2L, "date of birth, sex and site", policy.tier2(), policy.precision2()));
    }

    private List<List<@Nullable Object>> characteristics() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Characteristic c : specification.characteristics().values()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(c.name());
            row.add(c.title());
            row.add(c.question());
            row.add(c.standard());
            row.add(c.answers().name().toLowerCase(Locale.ROOT));
            row.add(c.ordered());
            row.add(c.askedFromAge());
            row.add(c.reference());
            rows.add(row);
        }
        return rows;
    }

    private List<List<@Nullable Object>> codes() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Characteristic c : specification.characteristics().values()) {
            CodeList list = specification.codeList(c.codelist());
            list.codes().forEach(code -> rows.add(row(c, code, statusOf(c, code))));
            for (Status status : Status.values()) {
                if (status != Status.KNOWN && list.find(c.codeOf(status)).isEmpty()) {
                    String label = status.word().substring(0, 1).toUpperCase(Locale.ROOT)
                            + status.word().substring(1);
                    Code word =
                            new Code(c.codeOf(status), label, status.word(), 900 + status.ordinal(), null, null, "");
                    rows.add(row(c, word, status));
                }
            }
        }
        return rows;
    }

    private List<List<@Nullable Object>> listCodes() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CodeList list : specification.codeLists().values()) {
            list.codes()
                    .forEach(c -> rows.add(
                            List.of(list.name(), c.code(), c.label(), c.group(), (long) c.sort(), c.peopleInWords())));
        }
        return rows;
    }

    /** A code's group may itself be the word of not knowing. */
    private static Status statusOf(Characteristic c, Code code) {
        Status own = c.statusOf(code.code());
        return own == Status.KNOWN ? Status.ofWord(code.group()).orElse(Status.KNOWN) : own;
    }

    private static List<@Nullable Object> row(Characteristic c, Code code, Status status) {
        return List.of(
                c.name(),
                c.codelist(),
                code.code(),
                code.label(),
                code.group(),
                (long) code.sort(),
                status.word(),
                code.code().equals(c.reference()),
                code.peopleInWords());
    }
}
