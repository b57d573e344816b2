package equalities.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import equalities.sample.World.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Headings and rows of a return, written as its provider's form says. Rows are lists that may be changed. */
record Table(List<String> headings, List<List<String>> rows) {
    /** Without the columns that the form does not have, under the form's own headings. */
    Table as(Form form) {
        List<String> without = Objects.requireNonNullElse(form.without(), List.of());
        Map<String, String> other = Objects.requireNonNullElse(form.headings(), Map.of());
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!without.contains(headings.get(i))) {
                kept.add(i);
            }
        }
        return new Table(
                kept.stream()
                        .map(headings::get)
                        .map(h -> other.getOrDefault(h, h))
                        .toList(),
                rows.stream().map(r -> kept.stream().map(r::get).toList()).toList());
    }

    void write(Path file, Form form) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if ("xlsx".equals(form.format())) {
            writeWorkbook(file);
        } else {
            writeText(file, form);
        }
    }

    private void writeText(Path file, Form form) throws IOException {
        Charset charset = Charset.forName(Objects.requireNonNullElse(form.charset(), "UTF-8"));
        char delimiter = Objects.requireNonNullElse(form.delimiter(), ",").charAt(0);
        try (OutputStream out = Files.newOutputStream(file);
                Writer writer = new OutputStreamWriter(out, charset)) {
            for (String line : Objects.requireNonNullElse(form.before(), List.<String>of())) {
                writer.write(line + "\n");
            }
            try (CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(delimiter)
                    .lineDelimiter(LineDelimiter.LF)
                    .build(writer)) {
                csv.writeRecord(headings);
                rows.forEach(csv::writeRecord);
            }
        }
    }

    private void writeWorkbook(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Return", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Return");
            for (int c = 0; c < headings.size(); c++) {
                sheet.value(0, c, headings.get(c));
                for (int r = 0; r < rows.size(); r++) {
                    put(sheet, r + 1, c, rows.get(r).get(c));
                }
            }
        }
    }

    /** A spreadsheet keeps a day as a day. */
    private static void put(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d\\d/\\d\\d/\\d{4}")) {
            sheet.value(row, column, Days.read(text));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }
}
