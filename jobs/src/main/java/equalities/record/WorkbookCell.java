package equalities.record;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** The text of a cell as a person sees it, and what is to be said about it. */
final class WorkbookCell {
    static final Note ERROR = new Note(
            "formula with an error",
            "A cell of this row shows an error of the spreadsheet (such as #REF!); it was not taken for empty.",
            "Mend the formula, or write the value itself.");
    private static final Note NO_VALUE = new Note(
            "formula without a value",
            "A cell of this row holds a formula whose value the file does not carry.",
            "Open the file in the spreadsheet program, save it again and send it.");
    private static final Pattern ERRORS = Pattern.compile("#[A-Z][A-Z0-9/_]*[!?]?|Err:\\d+");
    private static final Pattern NUMBERS = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

    private static final int MOST_ZEROS = 400;

    private WorkbookCell() {}

    /** A date as a date, a whole number without decimals, a formula by its value. */
    static String text(@Nullable Cell cell, boolean from1904, Set<Note> notes) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR || isError(raw)) {
            notes.add(ERROR);
            return raw == null ? "#N/A" : raw;
        }
        if (cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            notes.add(NO_VALUE);
            return "";
        }
        boolean number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        if (number && raw != null && NUMBERS.matcher(raw).matches()) {
            return number(raw, cell.getDataFormatString(), from1904);
        }
        return cell.getType() == CellType.FORMULA ? String.valueOf(raw) : cell.getText();
    }

    static boolean isError(@Nullable String text) {
        return text != null && ERRORS.matcher(text).matches();
    }

    private static String number(String raw, @Nullable String format, boolean from1904) {
        BigDecimal number = new BigDecimal(raw);
        String date = SerialDate.shown(number.doubleValue(), format, from1904);
        return date != null ? date : plain(number);
    }

    /** Without zeros that say nothing, and without an exponent unless the zeros would fill lines. */
    static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_ZEROS) {
            return number.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
