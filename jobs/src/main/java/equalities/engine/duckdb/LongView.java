package equalities.engine.duckdb;

import equalities.spec.Characteristic;
import equalities.spec.Specification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The view {@code person_characteristic}: one row a record, characteristic and answer, over the wide tables. */
public final class LongView {
    static final String NAME = "person_characteristic";

    private LongView() {}

    public static void create(Database database, Specification specification) {
        List<Characteristic> all = specification.personCharacteristics();
        String union = Stream.concat(
                        all.stream().map(c -> select("patient", "legal_status, qualifies", c)),
                        all.stream()
                                .map(c -> select(
                                        "advocacy_case",
                                        "null::varchar as legal_status, null::boolean as qualifies",
                                        c)))
                .collect(Collectors.joining("\nunion all\n"));
        database.execute("create or replace view " + NAME + " as\n" + union);
    }

    private static String select(String table, String legal, Characteristic characteristic) {
        String column = characteristic.column();
        String answer = characteristic.many() ? "unnest(" + quoted(column) + ")" : quoted(column);
        String recorded = quoted(column + "_recorded");
        String told = characteristic.many() ? "array_to_string(" + recorded + ", '; ')" : recorded;
        return "select period, person_key, site_code, provider_code, " + Database.literal(table) + " as source, "
                + legal
                + ", " + Database.literal(characteristic.name()) + " as characteristic, " + answer + " as code, " + told
                + " as recorded, " + quoted(column + "_source") + " as from_source, submission_id, row_number from "
                + table;
    }

    private static String quoted(String name) {
        return Database.identifier(name);
    }
}
