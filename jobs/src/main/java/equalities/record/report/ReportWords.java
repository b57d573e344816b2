package equalities.record.report;

import java.util.Locale;

/** The sentences that all forms of a report share. */
final class ReportWords {
    private ReportWords() {}

    /** How the file stands, in one sentence. */
    static String verdict(FileReport report) {
        long filled = report.rows().filled();
        long held = report.rows().toMend();
        return switch (report.status()) {
            case PASSED -> "Nothing needs mending in " + rows(filled) + ".";
            case PASSED_WITH_WARNINGS ->
                "No row needs mending; " + number(report.rows().warned()) + " of " + rows(filled) + " ("
                        + Share.of(report.rows().warned(), filled) + ") "
                        + (report.rows().warned() == 1 ? "is" : "are")
                        + " accepted with a word of warning.";
            case ROWS_HELD ->
                number(held) + " of " + rows(filled) + " (" + Share.of(held, filled) + ") "
                        + (held == 1 ? "needs" : "need") + " mending.";
            case SET_ASIDE -> "The file would be set aside. " + report.reason();
            case NOTHING_TO_CHECK -> "There is nothing to check: no row is filled in.";
        };
    }

    static String counts(FileReport report) {
        FileReport.RowsByOutcome rows = report.rows();
        return rows(rows.seen()) + ": " + part(rows.accepted(), rows) + " accepted, " + part(rows.held(), rows)
                + " held" + noRecords(rows) + ", " + number(rows.repeated()) + " repeated, " + number(rows.blank())
                + " blank.";
    }

    private static String noRecords(FileReport.RowsByOutcome rows) {
        return rows.noRecords() == 0 ? "" : " (" + number(rows.noRecords()) + " of them notes or sums)";
    }

    private static String part(long part, FileReport.RowsByOutcome rows) {
        String share = Share.of(part, rows.filled());
        return number(part) + (share.isEmpty() ? "" : " (" + share + ")");
    }

    /** {@code Column C 'Date of Birth': not a date}. */
    static String title(Cause cause) {
        String column = cause.first().columnLetter();
        String heading = "'" + cause.first().heading() + "'";
        if (column.isEmpty() && cause.first().heading().isEmpty()) {
            return "Whole row: " + cause.first().rule();
        }
        return (column.isEmpty() ? heading : "Column " + column + " " + heading) + ": "
                + cause.first().rule();
    }

    /** What its reader is asked to do. */
    static String duty(Cause cause) {
        return cause.isError() ? "To mend" : cause.isNote() ? "For your information" : "Please look";
    }

    /** How many times, of how many rows, and what becomes of them. */
    static String extent(Cause cause, FileReport report) {
        String times = number(cause.count()) + (cause.count() == 1 ? " time" : " times") + " ("
                + Share.of(cause.count(), report.rows().filled()) + " of rows). ";
        if (cause.isNote()) {
            return times + "The row is kept aside and counts nowhere; nothing needs mending.";
        }
        if (cause.isError()) {
            return times + "The row is held: it counts nowhere until it is mended and sent again.";
        }
        return cause.held() == 0
                ? times + "The row is accepted, with this word of warning."
                : times + "A word of warning; " + number(cause.held()) + " of the rows "
                        + (cause.held() == 1 ? "is" : "are") + " held for another reason.";
    }

    private static String rows(long count) {
        return number(count) + (count == 1 ? " row" : " rows");
    }

    static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    /** As one visible line: a cell may hold what moves a terminal's cursor. */
    static String visible(String found) {
        return found.isEmpty() ? "(empty)" : found.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", "⏎");
    }
}
