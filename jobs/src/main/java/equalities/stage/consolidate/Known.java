package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Partition;
import equalities.spec.Period;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.consolidate.Entitlement.Entitled;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known before the rows of a period are read, for executors.
 *
 * @param characteristics one for each that is asked of people
 * @param entitlement null for a period without a name, in which nobody sent anything
 * @param episode the contract of the table of episodes
 * @param received when each submission was received, by provider and submission
 */
record Known(
        List<Returned> returns,
        List<OneAnswer> characteristics,
        @Nullable Entitlement entitlement,
        Episodes episodes,
        Table episode,
        Map<String, Map<String, String>> received)
        implements Serializable {

    static Known of(Specification specification, Partition standard) throws IOException {
        List<Returned> returns = Returned.all(specification);
        List<OneAnswer> characteristics = specification.personCharacteristics().stream()
                .map(c -> new OneAnswer(c, returns))
                .toList();
        Entitlement entitlement = standard.period().isEmpty()
                ? null
                : new Entitlement(specification.eligibility().rules(), Period.of(standard.period()));
        Episodes episodes = new Episodes(
                specification.codeList("legal_status"),
                specification.eligibility().suspendedBy());
        return new Known(
                returns,
                characteristics,
                entitlement,
                episodes,
                specification.table("episode"),
                received(specification.table("submission"), standard));
    }

    private static Map<String, Map<String, String>> received(Table submission, Partition standard) throws IOException {
        Map<String, Map<String, String>> received = new HashMap<>();
        try (Database database = Database.inMemory().reading(standard.zone().tables())) {
            ParquetTables.createView(database, submission, standard.table(submission.name()));
            for (List<@Nullable Object> row : database.query(
                            "select provider_code, submission_id, received_at from submission")
                    .rows()) {
                received.computeIfAbsent(String.valueOf(row.get(0)), p -> new HashMap<>())
                        .put(String.valueOf(row.get(1)), String.valueOf(row.get(2)));
            }
        }
        return received;
    }

    /** When the row's submission was received; null when nobody knows. */
    @Nullable
    String receivedAt(StandardRow row) {
        return received.getOrDefault(row.provider(), Map.of()).get(row.submission());
    }

    /** Whether its person qualifies; null where the return does not tell that. */
    @Nullable
    Entitled entitled(StandardRow row) {
        return entitlement != null && row.of().tellsWhoQualifies() ? entitlement.judge(row) : null;
    }
}
