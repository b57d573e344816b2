package equalities.record.report;

import equalities.record.Reason;
import equalities.record.report.FileReport.RowsByOutcome;
import equalities.spec.RowRule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report made of what the centre keeps of a file: its line in the ledger and its held rows. */
public final class CentreReport {
    private final Map<String, ? extends @Nullable Object> submission;
    private final Spill spill;
    private final Map<String, List<Reason>> byRow = new LinkedHashMap<>();

    public CentreReport(Map<String, ? extends @Nullable Object> submission, Spill spill) {
        this.submission = submission;
        this.spill = spill;
    }

    /** The reasons in the order of the rows. */
    public void add(Reason reason) {
        byRow.computeIfAbsent(reason.sheet() + "/" + reason.rowNumber(), k -> new ArrayList<>())
                .add(reason);
    }

    public String json() throws IOException {
        FileReportBuilder builder = new FileReportBuilder(String.valueOf(submission.get("file_name")), spill);
        long warned = 0;
        long noRecords = 0;
        for (List<Reason> row : byRow.values()) {
            boolean held = row.stream().anyMatch(r -> r.severity() == Severity.ERROR);
            boolean noRecord = row.stream().allMatch(r -> r.severity() == Severity.NOTE);
            noRecords += noRecord ? 1 : 0;
            warned += held || noRecord ? 0 : 1;
            for (Reason reason : row) {
                builder.add(new RowFault(reason, "", held || noRecord));
            }
        }
        RowsByOutcome rows = new RowsByOutcome(
                count("rows_accepted"),
                count("rows_held"),
                noRecords,
                count("rows_repeated"),
                count("rows_blank"),
                warned);
        FileReport faults = builder.build(List.of());
        return json(new FileReport(
                faults.fileName(), text("reason"), text("fix"), null, List.of(), rows, faults.causes(), List.of()));
    }

    /** What both sides know of a file: all but the cells themselves and where the headings stand. */
    public static String json(FileReport report) throws IOException {
        StringWriter json = new StringWriter();
        FileReport known = new FileReport(
                report.fileName(),
                report.reason(),
                report.fix(),
                null,
                List.of(),
                report.rows(),
                report.causes(),
                List.of());
        new ReportJson(false).write(Map.of(), List.of(known), json);
        return json.toString();
    }

    private long count(String column) {
        return ((Number) Objects.requireNonNull(submission.get(column))).longValue();
    }

    private @Nullable String text(String column) {
        Object value = submission.get(column);
        return value == null ? null : value.toString();
    }
}
