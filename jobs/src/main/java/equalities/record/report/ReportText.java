package equalities.record.report;

import java.io.PrintWriter;
import java.util.Iterator;

/** A report as lines for a person at a terminal. */
public final class ReportText {
    private ReportText() {}

    public static void write(FileReport report, PrintWriter out) {
        out.println(report.fileName() + ": " + report.status().word());
        out.println("  " + ReportWords.verdict(report));
        if (report.fix() != null) {
            out.println("  Mend: " + report.fix());
        }
        if (report.draft() != null) {
            out.println(
                    "  A layout for this file, to be looked through and saved in schemas/returns/<return>/<name>.yaml:");
            out.println();
            report.draft().lines().forEach(line -> out.println("    " + line));
        }
        for (FileReport.SheetRead sheet : report.sheets()) {
            out.println("  Read as '" + sheet.title() + "'"
                    + (sheet.sheet().equals(report.fileName()) ? "" : ", sheet '" + sheet.sheet() + "'")
                    + ", headings in row " + sheet.headerRow() + ".");
        }
        if (!report.sheets().isEmpty()) {
            out.println("  " + ReportWords.counts(report));
        }
        int number = 0;
        for (Cause cause : report.causes()) {
            write(cause, ++number, report, out);
        }
        if (!report.notChecked().isEmpty()) {
            out.println();
            out.println("  Not checked here:");
            report.notChecked().forEach(line -> out.println("    " + line));
        }
        out.println();
    }

    private static void write(Cause cause, int number, FileReport report, PrintWriter out) {
        out.println();
        out.println("  " + number + ". " + ReportWords.title(cause));
        out.println("     " + ReportWords.extent(cause, report));
        out.println("     Found: " + cause.message());
        out.println("     Mend:  " + cause.fix());
        boolean nameSheets = report.sheets().size() > 1;
        for (Iterator<FaultRun> runs = FaultRun.of(cause, nameSheets); runs.hasNext(); ) {
            FaultRun run = runs.next();
            String sheet = run.sheet().isEmpty() ? "" : "sheet '" + run.sheet() + "', ";
            String more = (run.message() + " " + run.fix()).strip();
            out.println("       " + sheet + "row " + run.rows() + ": " + ReportWords.visible(run.found())
                    + (more.isEmpty() ? "" : "  " + more));
        }
    }
}
