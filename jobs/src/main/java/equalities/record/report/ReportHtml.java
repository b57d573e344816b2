package equalities.record.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as one page that opens from disk without a network. Its looks are in {@code report.html}. */
public final class ReportHtml {
    private ReportHtml() {}

    /** A file's report as the page needs it. */
    public record FileView(
            String name,
            String status,
            boolean fine,
            String verdict,
            @Nullable String fix,
            @Nullable String draft,
            List<FileReport.SheetRead> sheets,
            String counts,
            List<CauseView> causes,
            List<String> notChecked) {

        static FileView of(FileReport report) {
            boolean nameSheets = report.sheets().size() > 1;
            return new FileView(
                    report.fileName(),
                    report.status().word(),
                    report.status().isFine(),
                    ReportWords.verdict(report),
                    report.fix(),
                    report.draft(),
                    report.sheets(),
                    report.sheets().isEmpty() ? "" : ReportWords.counts(report),
                    report.causes().stream()
                            .map(c -> CauseView.of(c, report, nameSheets))
                            .toList(),
                    report.notChecked());
        }
    }

    /** A cause; its runs are read from disk while the page is written. */
    public record CauseView(
            String title,
            String duty,
            String extent,
            String message,
            String fix,
            boolean nameSheets,
            Iterable<FaultRun> runs) {
        static CauseView of(Cause cause, FileReport report, boolean nameSheets) {
            return new CauseView(
                    ReportWords.title(cause),
                    ReportWords.duty(cause),
                    ReportWords.extent(cause, report),
                    cause.message(),
                    cause.fix(),
                    nameSheets,
                    () -> FaultRun.of(cause, nameSheets));
        }
    }

    /**
     * Writes the page as it goes.
     *
     * @param origin a sentence that says where it was made
     */
    public static void write(List<FileReport> reports, String origin, Writer to) throws IOException {
        ClasspathLoader loader = new ClasspathLoader(ReportHtml.class.getClassLoader());
        loader.setPrefix("equalities/record/report");
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.UK)
                .build();
        Map<String, Object> context = new HashMap<>();
        context.put("origin", origin);
        context.put("files", reports.stream().map(FileView::of).toList());
        engine.getTemplate("report.html").evaluate(to, context);
    }
}
