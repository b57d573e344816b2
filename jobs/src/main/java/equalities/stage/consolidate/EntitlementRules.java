package equalities.stage.consolidate;

import equalities.spec.Eligibility;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules and duties of {@code schemas/eligibility.yaml} as rows of the table {@code eligibility_rule}. */
final class EntitlementRules {
    private EntitlementRules() {}

    static List<List<@Nullable Object>> rows(Eligibility eligibility) {
        Stream<List<@Nullable Object>> rules = eligibility.rules().stream()
                .map(r -> row("rule", r.name(), r.qualifies(), r.from(), r.to(), r.source()));
        Stream<List<@Nullable Object>> duties =
                eligibility.duties().stream().map(d -> row("duty", d.name(), null, d.from(), d.to(), d.source()));
        return Stream.concat(rules, duties).toList();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
