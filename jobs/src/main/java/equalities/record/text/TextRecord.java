package equalities.record.text;

import java.util.List;
import java.util.Set;

/**
 * One record.
 *
 * @param number counted from 1, as a spreadsheet counts its rows: a cell with line ends inside stays in one row, an empty
 *     line is a row
 * @param cells as text, whole
 * @param repairs what had to be done to read it; empty nearly always
 */
public record TextRecord(long number, List<String> cells, Set<Repair> repairs) {}
