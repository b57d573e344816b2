package equalities.stage.consolidate;

import equalities.stage.consolidate.Entitlement.Entitled;
import equalities.stage.consolidate.OneAnswer.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that stands, and what is known of its person.
 *
 * @param person null where it is of nobody, such as a count
 * @param tier by what the person was found, or null
 * @param answers the person's one answer to each characteristic
 * @param entitled null where the return does not tell who qualifies
 */
record ConsolidatedRow(
        StandardRow row,
        @Nullable String person,
        @Nullable Long tier,
        Map<OneAnswer, Answer> answers,
        @Nullable Entitled entitled) {
    /** By submission, as they stood in it: few are compared by more than a number. */
    static List<ConsolidatedRow> asSent(List<ConsolidatedRow> rows) {
        Map<String, TreeMap<String, List<ConsolidatedRow>>> submissions = rows.stream()
                .collect(Collectors.groupingBy(
                        r -> r.row().provider(),
                        TreeMap::new,
                        Collectors.groupingBy(r -> r.row().submission(), TreeMap::new, Collectors.toList())));
        return submissions.values().stream()
                .flatMap(provider -> provider.values().stream())
                .flatMap(submission -> submission.stream()
                        .sorted(Comparator.comparingLong(r -> r.row().rowNumber())))
                .toList();
    }

    static ConsolidatedRow ofNobody(StandardRow row) {
        return new ConsolidatedRow(row, null, null, Map.of(), null);
    }

    /**
     * Its values in the columns of its table's contract.
     *
     * @param knownFrom when its submission was received, or null when that is not known
     */
    @Nullable
    Object[] values(@Nullable String knownFrom) {
        @Nullable Object[] values = row.of().inContract(row.values());
        put(values, "known_from", knownFrom);
        if (person != null) {
            put(values, "person_key", person);
            put(values, "link_tier", tier);
        }
        if (entitled != null) {
            put(values, "qualifies", entitled.qualifies());
            put(values, "eligibility", entitled.rule());
        }
        answers.forEach((characteristic, answer) -> {
            put(values, characteristic.recordedColumn(), characteristic.saidBy(row));
            put(values, characteristic.column(), answer.value());
            put(values, characteristic.sourceColumn(), answer.row().source().name());
        });
        return values;
    }

    private void put(@Nullable Object[] values, String column, @Nullable Object value) {
        Integer place = row.of().placeInContract(column);
        if (place != null) {
            values[place] = value;
        }
    }
}
