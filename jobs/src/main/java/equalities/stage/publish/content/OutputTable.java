package equalities.stage.publish.content;

import equalities.engine.duckdb.Relation;
import java.util.List;
import java.util.Locale;

/** One table of a release. */
public record OutputTable(String name, String caption, List<OutputColumn> columns, Relation relation) {
    public OutputTable {
        columns = List.copyOf(columns);
    }

    /** The name in words: {@code Gaps by place}. */
    public String title() {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
