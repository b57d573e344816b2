package equalities.record.bench;

import java.util.ArrayList;
import java.util.List;

/** What a file holds: headings and rows of text. */
record CleanTable(List<String> headings, List<List<String>> rows) {
    /** Two tables, one below the other. */
    CleanTable and(CleanTable other) {
        List<String> bothHeadings = new ArrayList<>(headings);
        bothHeadings.addAll(other.headings);
        List<List<String>> bothRows = new ArrayList<>(rows);
        bothRows.addAll(other.rows);
        return new CleanTable(bothHeadings, bothRows);
    }
}
