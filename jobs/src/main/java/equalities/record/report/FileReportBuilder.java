package equalities.record.report;

import equalities.record.Recognition.Recognised;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.report.FileReport.RowsByOutcome;
import equalities.record.report.FileReport.SheetRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found in a file while its rows stream by. */
final class FileReportBuilder implements Validator.Rows {
    private static final Comparator<Cause> WORST_FIRST = Comparator.comparing(
                    (Cause c) -> c.first().severity())
            .thenComparing(Comparator.comparingLong(Cause::count).reversed())
            .thenComparing(c -> RowFault.columnOf(c.first().columnLetter()))
            .thenComparing(c -> c.first().rule());

    private final String fileName;
    private final Spill spill;
    private final List<SheetRead> sheets = new ArrayList<>();
    private final Map<Cause.Key, Cause> causes = new LinkedHashMap<>();
    private long accepted;
    private long held;
    private long noRecords;
    private long repeated;
    private long blank;
    private long warned;

    FileReportBuilder(String fileName, Spill spill) {
        this.fileName = fileName;
        this.spill = spill;
    }

    @Override
    public void sheet(Sheet sheet, Recognised recognised) {
        sheets.add(SheetRead.of(recognised));
    }

    @Override
    public void row(RowOutcome outcome) throws IOException {
        if (outcome instanceof RowOutcome.Accepted row) {
            accepted++;
            warned += row.warnings().isEmpty() ? 0 : 1;
        } else if (outcome instanceof RowOutcome.Held row) {
            held++;
            noRecords += row.isNoRecord() ? 1 : 0;
        } else if (outcome instanceof RowOutcome.Repeated) {
            repeated++;
        } else {
            blank++;
        }
        for (RowFault fault : RowFault.of(outcome)) {
            add(fault);
        }
    }

    void add(RowFault fault) throws IOException {
        causes.computeIfAbsent(Cause.Key.of(fault.reason()), k -> new Cause(fault.reason(), spill))
                .add(fault);
    }

    FileReport build(List<String> notChecked) {
        List<Cause> worstFirst = causes.values().stream().sorted(WORST_FIRST).toList();
        RowsByOutcome rows = new RowsByOutcome(accepted, held, noRecords, repeated, blank, warned);
        return new FileReport(fileName, null, null, null, sheets, rows, worstFirst, notChecked);
    }
}
