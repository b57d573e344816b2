package equalities.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import equalities.record.bytes.FileBytes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a {@link Transcript}: the rows of a file as they are read, without what is to be erased of them. */
public final class TranscriptWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final List<PlaceInFile> places;
    private final UnaryOperator<String> scrub;

    /**
     * @param places what is erased; their rows stay as blank ones, so that all others keep their number
     * @param scrub takes out of a cell what names the person
     */
    public TranscriptWriter(List<PlaceInFile> places, UnaryOperator<String> scrub) {
        this.places = List.copyOf(places);
        this.scrub = scrub;
    }

    /**
     * Writes the transcript of a file, which may be one itself, and closes where it went to.
     *
     * @throws IOException when it would not be read as the file is, apart from what was erased
     */
    public void write(FileBytes file, String fileName, OutputStream to) throws IOException {
        try (SourceFile source = SourceFile.open(file, fileName);
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
            List<Sheet> sheets = source.sheets();
            head(sheets, out);
            for (int i = 0; i < sheets.size(); i++) {
                try (Rows rows = sheets.get(i).rows()) {
                    for (RawRow row = rows.next(); row != null; row = rows.next()) {
                        row(i, erased(i, row), out);
                    }
                }
            }
        }
    }

    private void head(List<Sheet> sheets, BufferedWriter out) throws IOException {
        out.write(Transcript.MARK);
        out.write("1,\"sheets\":");
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (int i = 0; i < sheets.size(); i++) {
                json.writeStartObject();
                json.writeStringField("name", sheets.get(i).name());
                json.writeBooleanField("delimited", sheets.get(i).delimited());
                json.writeArrayFieldStart("evidence");
                for (RawRow row : evidence(i, sheets.get(i))) {
                    json.writeStartArray();
                    json.writeNumber(row.rowNumber());
                    texts(row.cells(), json);
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write("}\n");
    }

    /** In which order erased rows had day and month, as a day of 1900: others are read by it. */
    private List<RawRow> evidence(int sheet, Sheet from) throws IOException {
        List<RawRow> evidence = new ArrayList<>(from.erased());
        try (Rows rows = from.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                RawRow kept = erased(sheet, row);
                List<String> orders = new ArrayList<>();
                for (int c = 0; c < row.cells().size(); c++) {
                    boolean gone = !kept.cell(c).equals(row.cell(c));
                    orders.add(gone ? DateForms.evidence(row.cell(c)) : "");
                }
                if (orders.stream().anyMatch(o -> !o.isEmpty())) {
                    evidence.add(new RawRow(row.sheet(), row.rowNumber(), orders));
                }
            }
        }
        return evidence;
    }

    private RawRow erased(int sheet, RawRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        boolean touched = false;
        for (PlaceInFile place : places) {
            if (place.sheet() == sheet && place.holds(row.rowNumber())) {
                touched = true;
                int last = Math.min(place.lastColumn(), cells.size() - 1);
                for (int c = place.firstColumn(); c <= last; c++) {
                    cells.set(c, place.whole() ? "" : scrub.apply(cells.get(c)));
                }
            }
        }
        boolean blank = cells.stream().allMatch(String::isEmpty);
        return touched ? new RawRow(row.sheet(), row.rowNumber(), cells, blank ? List.of() : row.notes()) : row;
    }

    private static void row(int sheet, RawRow row, BufferedWriter out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            json.writeNumber(sheet);
            json.writeNumber(row.rowNumber());
            texts(row.cells(), json);
            if (!row.notes().isEmpty()) {
                json.writeStartArray();
                for (Note note : row.notes()) {
                    texts(List.of(note.rule(), note.message(), note.fix()), json);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    private static void texts(List<String> texts, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static JsonGenerator generator(BufferedWriter out) throws IOException {
        return JSON.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }
}
