package equalities.stage.publish.content;

import equalities.engine.duckdb.Relation;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * One column of a table of a release.
 *
 * @param meaning what stands in it, out of the contract of the table that has a column of its name, or out of {@code
 *     columns.properties} for names that only releases have
 */
public record OutputColumn(String name, Kind kind, String meaning) {
    private static final ResourceBundle OWN =
            ResourceBundle.getBundle("equalities/stage/publish/content/columns", Locale.UK);

    /** What its values are. */
    public enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE;

        static Kind of(String type) {
            return switch (type) {
                case "BOOLEAN" -> BOOLEAN;
                case "DATE" -> DATE;
                case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> INTEGER;
                case "FLOAT", "DOUBLE" -> NUMBER;
                default -> type.startsWith("DECIMAL") ? NUMBER : STRING;
            };
        }
    }

    /**
     * @throws MissingResourceException when nothing says what a column means
     */
    public static List<OutputColumn> of(Relation relation, Specification specification) {
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < relation.columns().size(); i++) {
            String name = relation.columns().get(i);
            columns.add(new OutputColumn(name, Kind.of(relation.types().get(i)), meaning(name, specification)));
        }
        return columns;
    }

    private static String meaning(String name, Specification specification) {
        return OWN.containsKey(name)
                ? OWN.getString(name)
                : specification.tables().values().stream()
                        .flatMap(t -> t.published().column(name).stream())
                        .map(Table.Column::meaning)
                        .findFirst()
                        .orElseGet(() -> OWN.getString(name));
    }
}
