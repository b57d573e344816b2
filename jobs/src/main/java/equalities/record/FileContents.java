package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider's file is: sheets that are returns, or why all of it is set aside. The one place that decides. */
public sealed interface FileContents {
    /**
     * The tables that have a known layout, at least one, in order.
     *
     * @param notRead the other sheets of the workbook, each with why it was passed over, in a sentence
     */
    record Returns(List<Recognition.Recognised> sheets, List<String> notRead) implements FileContents {}

    /** @param draft a layout for the first table of the file, ready to be added; null when there is no table */
    record SetAside(String reason, String fix, @Nullable String draft) implements FileContents {}

    /**
     * Reads the file to its end, so that damage is found before anything is made of its rows.
     *
     * @param fileName the name that its sender gave it
     * @throws IOException when the disk fails; what is wrong with the file itself sets it aside
     */
    static FileContents of(FileBytes file, String fileName, LayoutRecogniser recogniser) throws IOException {
        try (SourceFile source = SourceFile.open(file, fileName)) {
            List<Recognition.Recognised> known = new ArrayList<>();
            Recognition.@Nullable NotRecognised unknown = null;
            List<String> notRead = new ArrayList<>();
            source.hiddenSheets().forEach(s -> notRead.add("The sheet '" + s + "' is hidden and was not read."));
            for (Sheet sheet : source.sheets()) {
                for (Recognition recognition : recogniser.recogniseAll(sheet)) {
                    if (recognition instanceof Recognition.Recognised recognised) {
                        known.add(recognised.with(dates(sheet, recognised)));
                    } else if (recognition instanceof Recognition.NotRecognised other) {
                        unknown = unknown == null ? other : unknown;
                        notRead.add("The sheet '" + sheet.name() + "' was not read. " + other.message());
                    }
                }
            }
            return known.isEmpty() ? setAside(unknown) : new Returns(List.copyOf(known), List.copyOf(notRead));
        } catch (UnreadableFile e) {
            file.readToEnd();
            return new SetAside(e.reason(), e.fix(), null);
        }
    }

    /** The same; a file that takes longer than it may is set aside. */
    static FileContents of(FileBytes file, String fileName, LayoutRecogniser recogniser, Duration limit)
            throws IOException {
        try {
            return WatchedReader.within(limit, () -> of(file, fileName, recogniser));
        } catch (UnreadableFile e) {
            return new SetAside(e.reason(), e.fix(), null);
        }
    }

    private static DateForms dates(Sheet sheet, Recognition.Recognised recognised) throws IOException {
        DateForms.Scan scan = new DateForms.Scan(recognised);
        try (Rows rows = TableRows.of(sheet, recognised)) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                scan.see(row);
            }
        }
        TableRows.erased(sheet, recognised).forEach(scan::see);
        return scan.forms(sheet.delimited());
    }

    private static SetAside setAside(Recognition.@Nullable NotRecognised unknown) {
        return unknown == null
                ? new SetAside("The workbook has no visible sheet.", "Send the sheet with the rows.", null)
                : new SetAside(unknown.message(), unknown.fix(), unknown.draft());
    }
}
