package equalities.spec;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code eligibility.yaml} and what lies in {@code policies}. */
final class PolicyFiles {
    private PolicyFiles() {}

    static Eligibility eligibility(Part file) {
        return new Eligibility(
                file.parts("rules").stream().map(PolicyFiles::rule).toList(),
                file.textMap("suspended_by"),
                file.parts("duties").stream().map(PolicyFiles::duty).toList());
    }

    static LinkingPolicy linking(Part file) {
        Part precision = file.part("precision");
        return new LinkingPolicy(
                file.part("tier_2").flag("enabled"),
                Double.parseDouble(String.valueOf(precision.scalarOrNull("tier_1"))),
                Double.parseDouble(String.valueOf(precision.scalarOrNull("tier_2"))));
    }

    static RetentionPolicy retention(Part file) {
        return new RetentionPolicy(time(file.part("received")), time(file.part("held")));
    }

    private static RetentionPolicy.Time time(Part part) {
        return new RetentionPolicy.Time(
                part.number("years"),
                part.word("counted_from", RetentionPolicy.Start.class, null),
                date(part, "from"),
                part.text("source", ""));
    }

    static Map<String, DisclosurePolicy> disclosure(Part file) {
        Map<String, DisclosurePolicy> policies = new LinkedHashMap<>();
        file.named("policies").forEach((name, part) -> policies.put(name, policy(name, part)));
        return policies;
    }

    static List<CountedAlike> countedAlike(Part disclosure) {
        return disclosure.parts("counted_alike").stream()
                .map(part -> new CountedAlike(part.texts("counts"), part.flag("any_basis")))
                .toList();
    }

    static List<CountedTogether> countedTogether(Part disclosure) {
        return disclosure.parts("counted_together").stream()
                .map(part -> new CountedTogether(counts(part, "counts"), counts(part, "of"), part.flag("exactly")))
                .toList();
    }

    private static List<CountedTogether.Count> counts(Part part, String name) {
        return part.texts(name).stream().map(CountedTogether.Count::of).toList();
    }

    private static EligibilityRule rule(Part part) {
        return new EligibilityRule(
                part.text("name"),
                part.texts("legal_status"),
                part.texts("treatment"),
                part.numberOrNull("age_below"),
                part.flag("qualifies"),
                date(part, "from"),
                date(part, "to"),
                part.text("source", ""),
                part.text("note", ""));
    }

    private static Eligibility.Duty duty(Part part) {
        return new Eligibility.Duty(part.text("name"), date(part, "from"), date(part, "to"), part.text("source", ""));
    }

    private static DisclosurePolicy policy(String name, Part part) {
        return new DisclosurePolicy(
                name,
                part.number("threshold"),
                part.flag("suppress_zero"),
                part.number("rounding_base"),
                part.number("least_width"),
                part.flag("small_complement"),
                part.number("percent_decimals"),
                part.number("ratio_decimals"),
                part.number("probability_decimals"),
                Objects.requireNonNull(date(part, "from")),
                part.flag("internal"),
                part.text("source", ""));
    }

    private static @Nullable LocalDate date(Part part, String name) {
        String written = part.textOrNull(name);
        try {
            return written == null || written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw part.fault(name, "is not a date", "Write it as 2025-04-01, or leave it out.");
        }
    }
}
