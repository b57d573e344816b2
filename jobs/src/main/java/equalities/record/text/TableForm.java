package equalities.record.text;

import java.util.List;

/**
 * The form that the records of a file have.
 *
 * @param width how many cells most records have; 0 when there is none
 * @param columns what the cells of each column look like; {@link CellShape#OTHER} where they differ
 */
public record TableForm(Dialect dialect, int width, List<CellShape> columns) {
    public TableForm {
        columns = List.copyOf(columns);
    }

    /** Whether a record has the form of the others: as many cells, and numbers and dates where the others have them. */
    boolean fits(List<String> cells) {
        if (cells.size() != width) {
            return false;
        }
        boolean evidence = false;
        for (int i = 0; i < width; i++) {
            CellShape usual = i < columns.size() ? columns.get(i) : CellShape.OTHER;
            CellShape shape = CellShape.of(cells.get(i));
            if (usual.strong() && shape != usual && shape != CellShape.EMPTY) {
                return false;
            }
            evidence |= usual.strong() && shape == usual;
        }
        return evidence;
    }
}
