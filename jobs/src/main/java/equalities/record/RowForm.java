package equalities.record;

import equalities.spec.Field;
import equalities.spec.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a row by its form: how it was read, how many cells it has, and whether it is a record at all. */
final class RowForm {
    private final Recognition.Recognised table;
    private final int width;
    private final int lastColumn;

    RowForm(Recognition.Recognised table) {
        this.table = table;
        this.width = width(table.headings());
        this.lastColumn = table.columns().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static int width(List<String> headings) {
        int width = headings.size();
        while (width > 0 && Blanks.isBlank(headings.get(width - 1))) {
            width--;
        }
        return width;
    }

    /** The outcome of a row's cells, with what its form adds to it. */
    RowOutcome judge(RowOutcome outcome) {
        RawRow row = outcome.row();
        if (outcome instanceof RowOutcome.Blank) {
            return outcome;
        }
        Fault beside = notARecord(outcome);
        if (beside != null) {
            return new RowOutcome.Held(row, List.of(reason(row, beside)), null);
        }
        List<Fault> faults = new ArrayList<>();
        row.notes().forEach(n -> faults.add(Fault.warning(n.rule(), n.message(), n.fix())));
        Fault size = size(outcome);
        if (size != null) {
            faults.add(size);
        }
        return faults.isEmpty() ? outcome : with(outcome, faults);
    }

    private RowOutcome with(RowOutcome outcome, List<Fault> faults) {
        List<Reason> reasons = new ArrayList<>();
        faults.forEach(f -> reasons.add(reason(outcome.row(), f)));
        boolean holds = faults.stream().anyMatch(f -> !f.warning());
        if (outcome instanceof RowOutcome.Held held) {
            reasons.addAll(held.reasons());
            return new RowOutcome.Held(held.row(), reasons, held.key());
        }
        if (outcome instanceof RowOutcome.Accepted accepted) {
            reasons.addAll(accepted.warnings());
            return holds
                    ? new RowOutcome.Held(accepted.row(), reasons, accepted.key())
                    : new RowOutcome.Accepted(
                            accepted.row(), accepted.values(), accepted.workforce(), reasons, accepted.key());
        }
        return outcome;
    }

    /** Sentences and sums below the table are no records: nobody is counted by them. */
    private @Nullable Fault notARecord(RowOutcome outcome) {
        RowKind kind = RowKind.of(outcome.row(), width);
        boolean held = outcome instanceof RowOutcome.Held;
        if (kind == RowKind.NOTE && held) {
            return Fault.note(
                    "note, not a record",
                    "This row holds a sentence in one cell; it is not counted as a record.",
                    "Nothing, if it is a note. If it is a record, fill in its other cells.");
        }
        if (kind == RowKind.TOTAL && (held || isTotalOfKeys(outcome.row()))) {
            return Fault.note(
                    "total, not a record",
                    "This row is a sum over others; it is not counted as a record.",
                    "Nothing, if it is a sum. If it is a record, mend the cell that says total.");
        }
        return null;
    }

    /** Whether the word stands where the row would say whom or what it is about. */
    private boolean isTotalOfKeys(RawRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!Blanks.isBlank(row.cells().get(i))) {
                int column = i;
                return table.columns().entrySet().stream()
                        .filter(e -> e.getValue() == column)
                        .map(java.util.Map.Entry::getKey)
                        .anyMatch(this::isFreeKey);
            }
        }
        return false;
    }

    private boolean isFreeKey(Field field) {
        return field.codelist() == null
                && field.codedBy() == null
                && field.column() != null
                && table.layout().key().contains(field.column());
    }

    private @Nullable Fault size(RowOutcome outcome) {
        RawRow row = outcome.row();
        if (!table.extent().delimited() || !table.extent().isWide()) {
            return null;
        }
        if (TableFinder.width(row) > width) {
            return Fault.error(
                    "more cells than headings",
                    "The row has " + TableFinder.width(row) + " cells and the heading row " + width
                            + ": a separator stands inside a cell, and the cells behind it are not where they belong.",
                    "Enclose the cell that holds the separator in quotation marks, or save the table from the"
                            + " spreadsheet again.");
        }
        if (row.cells().size() > lastColumn) {
            return null;
        }
        boolean understood = outcome instanceof RowOutcome.Accepted accepted
                && accepted.values().stream().noneMatch(RowForm::isUnmapped);
        String message = "The row ends after " + row.cells().size() + " cells and the heading row has " + width + "; ";
        String fix = "Give every row as many separators as the heading row.";
        return understood
                ? Fault.warning("row ends early", message + "the missing cells were read as empty.", fix)
                : Fault.error("row ends early", message + "its cells may not be where they belong.", fix);
    }

    private static boolean isUnmapped(@Nullable Object value) {
        String unmapped = Status.UNMAPPED.word();
        return value instanceof List<?> list ? list.contains(unmapped) : unmapped.equals(value);
    }

    private static Reason reason(RawRow row, Fault fault) {
        return new Reason(
                row.sheet(), row.rowNumber(), "", "", fault.rule(), fault.severity(), fault.message(), fault.fix());
    }
}
