package equalities.record;

import equalities.spec.Words;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook that goes back to its sender names a row, so that the mended row finds it even where its key was what
 * was wrong: the first twelve hexadecimal digits of the SHA-256 of submission and sheet, a colon and the row number.
 */
public final class RowReference {
    /** The heading of its column in that workbook. */
    public static final String HEADING = "Mends row";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}:[0-9]{1,9}");

    private RowReference() {}

    /** @param submission the SHA-256 of the file's bytes */
    public static String of(String submission, String sheet, long rowNumber) {
        byte[] text = (submission + "\n" + sheet).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Print.sha256().digest(text), 0, 6) + ":" + rowNumber;
    }

    /** Which column of a table holds references; -1 where none does. */
    public static int column(List<String> headings) {
        String heading = Words.normalise(HEADING);
        return headings.stream().map(Words::normalise).toList().indexOf(heading);
    }

    /** The reference that stands in a row; null where there is none. */
    public static @Nullable String in(RawRow row, int column) {
        String written = column < 0 ? "" : row.cell(column);
        return FORM.matcher(written).matches() ? written : null;
    }
}
