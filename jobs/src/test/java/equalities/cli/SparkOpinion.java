package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.lake.ZoneStore;
import equalities.spec.Characteristic;
import equalities.spec.Code;
import equalities.spec.EligibilityRule;
import equalities.spec.Specification;
import equalities.spec.Status;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The published measures, counted a second time: by Spark, from the rows that were standardised, in the words of
 * opinion.sql; who qualifies, which kind of section suspends another and what a code tells by the rules of schemas/.
 */
final class SparkOpinion {
    private static final List<String> LISTS = List.of("legal_status", "referred_by", "outcome");
    private static final Map<String, String> TABLES = Map.of(
            "qualifying-patients.national", "qualifying",
            "advocacy-cases.national", "cases",
            "monitoring-counts.national", "counts",
            "service.national", "service",
            "workforce", "staff",
            "site", "site",
            "provider", "provider",
            "submission", "submission");

    private final SparkSession spark;
    private final Specification specification;

    SparkOpinion(SparkSession spark, Specification specification, ZoneStore standard) throws IOException {
        this.spark = spark;
        this.specification = specification;
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String[] paths =
                    standard.table(table.getKey()).stream().map(Path::toString).toArray(String[]::new);
            spark.read().parquet(paths).createOrReplaceTempView(table.getValue());
        }
        view("rule", rules());
        view("known", codes(status -> status == Status.KNOWN));
        view("status", codes(status -> true));
        view("listed", listed());
        view("suspended", suspended());
        view("told", told());
        view("quality_rule", quality("quality_rule", 5));
        view("quality_item", quality("quality_item", 2));
        for (String statement : text().split(";\\s*\n")) {
            spark.sql(statement);
        }
        List.of("said", "pair", "entitled", "spell", "fact", "heard_twice", "joined", "vodim_again")
                .forEach(v -> spark.table(v).cache());
    }

    /** The rows of a view of opinion.sql, each as one line. */
    List<String> rows(String view, String columns) {
        return spark.sql("select " + columns + " from " + view).collectAsList().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> line(row.get(i)))
                        .collect(Collectors.joining(" | ")))
                .sorted()
                .toList();
    }

    /** A value as both engines show it: fractions to nine digits. */
    static String line(@Nullable Object value) {
        return value instanceof Double || value instanceof BigDecimal
                ? String.format(Locale.ROOT, "%.9g", ((Number) value).doubleValue())
                : String.valueOf(value);
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(SparkOpinion.class.getResourceAsStream("opinion.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void view(String name, String select) {
        spark.sql("create or replace temp view " + name + " as " + select);
    }

    private String rules() {
        List<EligibilityRule> rules = specification.eligibility().rules();
        return rules.stream()
                .filter(r -> r.from() != null)
                .map(r -> "select " + rules.indexOf(r) + " as position, " + array(r.legalStatus())
                        + " as legal_status, "
                        + array(r.treatment()) + " as treatment, cast(" + r.ageBelow() + " as int) as age_below, "
                        + r.qualifies() + " as qualifies, date'" + r.from() + "' as valid_from")
                .collect(Collectors.joining(" union all "));
    }

    private List<Characteristic> personal() {
        return specification.characteristics().values().stream()
                .filter(c -> c.scope() == Characteristic.Scope.PERSON)
                .toList();
    }

    private String codes(Predicate<Status> asked) {
        List<String> rows = new ArrayList<>();
        for (Characteristic c : personal()) {
            for (Status status : Status.values()) {
                if (status != Status.KNOWN && asked.test(status)) {
                    rows.add(row(c.name(), c.codeOf(status), "", "", status.word()));
                }
            }
            for (Code code : specification.codeList(c.codelist()).codes()) {
                if (asked.test(Status.KNOWN)
                        && c.statusOf(code.code()) == Status.KNOWN
                        && Status.ofWord(code.group()).isEmpty()) {
                    rows.add(row(c.name(), code.code(), code.group(), code.label(), Status.KNOWN.word()));
                }
            }
        }
        return "select * from values " + String.join(", ", rows)
                + " as t(characteristic, code, code_group, label, status)";
    }

    private String listed() {
        return LISTS.stream()
                .flatMap(list -> specification.codeList(list).codes().stream()
                        .map(c -> row(list, c.code(), c.group().isEmpty() ? c.code() : c.group())))
                .collect(Collectors.joining(", ", "select * from values ", " as t(codelist, code, code_group)"));
    }

    /** The first columns of a table that schemas/quality fills. */
    private String quality(String table, int columns) {
        List<String> names = specification.table(table).columns().stream()
                .limit(columns)
                .map(c -> c.name())
                .toList();
        return Objects.requireNonNull(specification.quality().get(table)).stream()
                .map(r -> row(r.stream().limit(columns).map(String::valueOf).toArray(String[]::new)))
                .collect(Collectors.joining(", ", "select * from values ", " as t(" + String.join(", ", names) + ")"));
    }

    private String suspended() {
        return specification.eligibility().suspendedBy().entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ", "select * from values ", " as t(kind, by_kind)"));
    }

    private static String row(String... values) {
        return Arrays.stream(values)
                .map(v -> "'" + v.replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What each record says of each question, and how good an answer that is. */
    private String told() {
        return personal().stream()
                .flatMap(c -> Stream.of(
                        "select " + answer(c)
                                + ", 1 as preference, start_date as said_on, 'patient' as source from qualifying",
                        "select " + answer(c) + ", 2, referral_date, 'advocacy_case' from cases"))
                .collect(Collectors.joining(" union all "));
    }

    private static String answer(Characteristic c) {
        String codes = c.many()
                ? "coalesce(" + c.column() + ", array('not collected'))"
                : "array(coalesce(" + c.column() + ", 'not collected'))";
        String standing = Stream.of(
                        Status.NOT_COLLECTED, Status.NOT_RECORDED, Status.UNMAPPED, Status.UNSURE, Status.DECLINED)
                .map(s -> "when forall(" + codes + ", c -> c = " + Database.literal(c.codeOf(s)) + ") then "
                        + -s.ordinal())
                .collect(Collectors.joining(" ", "case ", " else 1 end"));
        return "person_key, provider_code, submission_id, row_number, left_blank, " + Database.literal(c.column())
                + " as item, " + Database.literal(c.name()) + " as characteristic, " + codes + " as codes, " + standing
                + " as standing";
    }

    private static String array(List<String> codes) {
        return codes.stream()
                .map(Database::literal)
                .collect(Collectors.joining(", ", "cast(array(", ") as array<string>)"));
    }
}
