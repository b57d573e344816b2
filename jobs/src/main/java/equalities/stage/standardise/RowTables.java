package equalities.stage.standardise;

import equalities.engine.parquet.RowTable;
import equalities.lake.ZoneFiles;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table.Type;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that follow from the rows of one layout, and where they are written: a folder for each, a file for each
 * part of the sheets that has rows for it. The first columns of each name the submission.
 *
 * @param layout the name of the layout, which no other return has
 * @param accepted rows as they are standardised
 * @param reason why rows are held, or accepted with a word of warning
 * @param heldKey what a held row is about
 * @param heldCell what was written in held rows
 * @param workforce counts of staff
 */
record RowTables(
        String layout, RowTable accepted, RowTable reason, RowTable heldKey, RowTable heldCell, RowTable workforce)
        implements Serializable {

    static RowTables of(Layout layout, Specification specification, Path standard, Path held) {
        List<StandardColumn> rows =
                columns(Type.STRING, "period", "provider_code", "submission_id", "version", "row_key", "mends");
        rows.add(new StandardColumn("row_number", Type.INTEGER));
        rows.addAll(StandardColumns.of(layout, specification));
        List<StandardColumn> where = columns(Type.STRING, "period", "provider_code", "submission_id");
        List<StandardColumn> reason = with(where, Type.INTEGER, "row_number");
        List<StandardColumn> cells = with(reason, Type.STRINGS, "cells");
        List<StandardColumn> staff = with(with(reason, Type.STRING, "characteristic", "code"), Type.INTEGER, "count");
        List<StandardColumn> keys = with(where, Type.STRING, "version", "return", "sheet");
        keys = with(with(keys, Type.INTEGER, "row_number"), Type.STRING, "row_key", "mends");
        reason = with(
                reason,
                Type.STRING,
                "return",
                "sheet",
                "column_letter",
                "heading",
                "rule",
                "severity",
                "message",
                "fix",
                "file_name");
        String name = layout.returnName() + "." + layout.name();
        return new RowTables(
                name,
                table(standard, name, rows),
                table(standard, "held_row", reason),
                table(standard, "held_key", keys),
                table(held, "held_cell", cells),
                table(standard, "workforce", staff));
    }

    List<RowTable> all() {
        return List.of(accepted, reason, heldKey, heldCell, workforce);
    }

    /** How the files of a table are created: as its zone asks for. */
    ZoneFiles filesOf(RowTable table, Secrets secrets) {
        return table.equals(heldCell) ? secrets.held() : secrets.standard();
    }

    private static RowTable table(Path zone, String name, List<StandardColumn> columns) {
        return RowTable.in(zone, name, columns);
    }

    private static List<StandardColumn> columns(Type type, String... names) {
        return with(List.of(), type, names);
    }

    private static List<StandardColumn> with(List<StandardColumn> first, Type type, String... names) {
        List<StandardColumn> all = new ArrayList<>(first);
        for (String name : names) {
            all.add(new StandardColumn(name, type));
        }
        return all;
    }
}
