package equalities.record.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import equalities.record.Reason;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reports as one JSON document on one line, written as it goes. */
public final class ReportJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final boolean found;

    /** @param found whether to show what is written in a cell: for its sender's own eyes only */
    public ReportJson(boolean found) {
        this.found = found;
    }

    /**
     * Writes the head of a document and every file's report.
     *
     * @param head what comes before the files; texts and whole numbers
     */
    public void write(Map<String, ?> head, List<FileReport> reports, Writer to) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> entry : head.entrySet()) {
                if (entry.getValue() instanceof Number number) {
                    json.writeNumberField(entry.getKey(), number.longValue());
                } else {
                    json.writeStringField(entry.getKey(), String.valueOf(entry.getValue()));
                }
            }
            json.writeArrayFieldStart("files");
            for (FileReport report : reports) {
                write(report, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write(FileReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", report.fileName());
        json.writeStringField("status", report.status().word());
        if (report.reason() != null) {
            json.writeStringField("reason", report.reason());
            json.writeStringField("fix", report.fix());
        }
        if (report.draft() != null) {
            json.writeStringField("draft_layout", report.draft());
        }
        json.writeArrayFieldStart("sheets");
        for (FileReport.SheetRead sheet : report.sheets()) {
            json.writeStartObject();
            json.writeStringField("sheet", sheet.sheet());
            json.writeStringField("return", sheet.returnName());
            json.writeStringField("layout", sheet.layout());
            json.writeNumberField("header_row", sheet.headerRow());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(report.rows(), json);
        json.writeArrayFieldStart("causes");
        for (Cause cause : report.causes()) {
            write(cause, report, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("not_checked");
        for (String line : report.notChecked()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(FileReport.RowsByOutcome rows, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("seen", rows.seen());
        json.writeNumberField("accepted", rows.accepted());
        json.writeNumberField("held", rows.held());
        json.writeNumberField("no_records", rows.noRecords());
        json.writeNumberField("repeated", rows.repeated());
        json.writeNumberField("blank", rows.blank());
        json.writeNumberField("accepted_with_warning", rows.warned());
        json.writeEndObject();
    }

    private void write(Cause cause, FileReport report, JsonGenerator json) throws IOException {
        Reason first = cause.first();
        json.writeStartObject();
        json.writeStringField("column", first.columnLetter());
        json.writeStringField("heading", first.heading());
        json.writeStringField("rule", first.rule());
        json.writeStringField("severity", first.severity().word());
        json.writeNumberField("times", cause.count());
        json.writeStringField(
                "share_of_rows", Share.of(cause.count(), report.rows().filled()));
        json.writeNumberField("rows_held", cause.held());
        json.writeStringField("message", cause.message());
        json.writeStringField("fix", cause.fix());
        json.writeArrayFieldStart("faults");
        for (Iterator<RowFault> faults = cause.faults(); faults.hasNext(); ) {
            write(faults.next(), cause, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(RowFault fault, Cause cause, JsonGenerator json) throws IOException {
        Reason reason = fault.reason();
        json.writeStartObject();
        json.writeStringField("sheet", reason.sheet());
        json.writeNumberField("row", reason.rowNumber());
        if (found) {
            json.writeStringField("found", fault.found());
        }
        if (!reason.message().equals(cause.message())) {
            json.writeStringField("message", reason.message());
        }
        if (!reason.fix().equals(cause.fix())) {
            json.writeStringField("fix", reason.fix());
        }
        json.writeStringField("row_is", fault.held() ? "held" : "accepted");
        json.writeEndObject();
    }
}
