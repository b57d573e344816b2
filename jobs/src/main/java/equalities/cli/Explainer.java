package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.QueryException;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.duckdb.SqlLineage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code sql/explanations} says of a figure. {@code <relation>_row} reads {@code asked_<relation>} and gives the
 * rows behind it; a figure made of findings has {@code <relation>_finding} instead, which says which and on which side,
 * and their rows are its rows. {@code <relation>_sentence} says it in words. Where the relation has a column {@code
 * <relation>_id}, its figures are asked about by that.
 */
final class Explainer {
    private static final String FINDING = "finding";

    private final Database database;
    private final SqlLibrary library;
    private final SqlLineage lineage;

    Explainer(Database database, SqlLibrary library) {
        this.database = database;
        this.library = library;
        this.lineage = new SqlLineage(library);
    }

    /** What is asked about: the rows of a relation that a condition chooses. */
    record Asked(String relation, String condition) {}

    /**
     * A figure explained.
     *
     * @param figures the rows of its relation
     * @param files its SQL, each file after those it needs
     * @param tables what the SQL reads
     * @param rows one row a part, table and submission, with the numbers of the rows
     */
    record Explanation(String sentence, Relation figures, List<SqlFile> files, List<String> tables, Relation rows) {}

    /**
     * What a name or an identifier asks about.
     *
     * @param name a relation that is explained; or an identifier, or its first letters, with or without the part that
     *     follows a colon in figures.csv
     * @param where of a relation, which of its rows
     * @throws UsageException when there is no such figure, or several
     */
    Asked asked(String name, String where) {
        if (explained().contains(name) && !name.equals(FINDING)) {
            return new Asked(name, where);
        }
        String identifier = name.replaceFirst(":.*$", "");
        List<Asked> found = identified(identifier);
        if (found.size() != 1) {
            throw new UsageException((found.isEmpty() ? "There is no figure " : "Several figures begin with ")
                    + identifier
                    + ". List them with: equalities sql \"select finding_id, sentence from finding where verdict = 'gap'\"; so in "
                    + String.join(", ", withIdentifier()) + ". Explained by name: " + String.join(", ", explained()));
        }
        return found.get(0);
    }

    Explanation explain(Asked asked) {
        Relation figures = choose(asked);
        return new Explanation(
                sentence(asked, figures),
                figures,
                lineage.of(asked.relation()),
                lineage.tables(asked.relation(), there()),
                rows(asked.relation()));
    }

    private List<String> explained() {
        return library.folder("explanations").stream()
                .map(SqlFile::name)
                .filter(n -> n.endsWith("_row") || n.endsWith("_finding"))
                .map(n -> n.replaceFirst("_(row|finding)$", ""))
                .toList();
    }

    private List<String> withIdentifier() {
        Relation columns =
                database.query("select table_name from duckdb_columns() where column_name = table_name || '_id'");
        List<String> explained = explained();
        return columns.rows().stream()
                .map(r -> String.valueOf(r.get(0)))
                .filter(explained::contains)
                .sorted()
                .toList();
    }

    private List<Asked> identified(String identifier) {
        List<Asked> found = new ArrayList<>();
        for (String relation : withIdentifier()) {
            String column = relation + "_id";
            database.query("select " + column + " from " + relation + " where starts_with(" + column + ", "
                            + Database.literal(identifier) + ") limit 2")
                    .rows()
                    .forEach(r -> found.add(
                            new Asked(relation, column + " = " + Database.literal(String.valueOf(r.get(0))))));
        }
        return found;
    }

    private Relation choose(Asked asked) {
        try {
            String chosen = " from " + asked.relation() + " where " + asked.condition();
            String side = asked.relation().equals(FINDING) ? ", null::varchar as side" : "";
            view("asked_" + asked.relation(), "select *" + side + chosen);
            Relation figures = database.query("select *" + chosen);
            if (!figures.rows().isEmpty()) {
                return figures;
            }
        } catch (QueryException e) {
            throw new UsageException("No condition on " + asked.relation() + ": " + asked.condition() + ". "
                    + String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse(""));
        }
        throw new UsageException("No row of " + asked.relation() + " has " + asked.condition()
                + ". See them with: equalities sql \"from " + asked.relation() + "\"");
    }

    private Relation rows(String relation) {
        String made = relation + "_finding";
        boolean ofFindings = lineage.file(made).isPresent();
        if (ofFindings) {
            make(made);
            database.execute("create or replace temp table asked_finding as select f.*, m.side from finding f join "
                    + made + " m using (finding_id)");
        }
        String row = (ofFindings ? FINDING : relation) + "_row";
        make(row);
        return database.query("select table_name, part, provider_code, file_name, submission_id, count(*) as rows,"
                + " list(row_number order by row_number) as row_numbers from " + row
                + " group by all order by table_name, part, provider_code, file_name");
    }

    private String sentence(Asked asked, Relation figures) {
        String told = asked.relation() + "_sentence";
        if (lineage.file(told).isPresent()) {
            make(told);
            return database.query("select sentence from " + told).rows().stream()
                    .map(r -> String.valueOf(r.get(0)))
                    .collect(Collectors.joining("\n"));
        }
        Object sentence = figures.maps().get(0).get("sentence");
        return sentence == null ? "This has no sentence: it is no comparison." : sentence.toString();
    }

    /** Makes what a relation stands on, for this connection only. */
    private void make(String relation) {
        lineage.missing(relation, there()).forEach(f -> view(f.name(), f.select()));
    }

    private void view(String name, String select) {
        database.execute("create or replace temp view " + Database.identifier(name) + " as\n" + select);
    }

    private List<String> there() {
        return database.query("select view_name from duckdb_views() where not internal").rows().stream()
                .map(r -> String.valueOf(r.get(0)))
                .toList();
    }
}
