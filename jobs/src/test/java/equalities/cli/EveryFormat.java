package equalities.cli;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows of text as a file of every format that is read. */
final class EveryFormat {
    private EveryFormat() {}

    /** The same rows as a workbook, an OpenDocument, Parquet, and text in an archive. */
    static void write(List<List<String>> rows, Path mine) throws IOException {
        try (OutputStream out = Files.newOutputStream(mine.resolve("a.xlsx"));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Cases");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, cell(rows, r, c, "x"));
                }
            }
        }
        StringBuilder table = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            table.append("<table:table-row>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                table.append("<table:table-cell office:value-type='string'><text:p>")
                        .append(cell(rows, r, c, "o"))
                        .append("</text:p></table:table-cell>");
            }
            table.append("</table:table-row>");
        }
        zip(
                mine.resolve("b.ods"),
                "content.xml",
                "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
                        + "<office:body><office:spreadsheet><table:table table:name='Cases'>" + table
                        + "</table:table></office:spreadsheet></office:body></office:document-content>");
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < rows.get(r).size(); c++) {
                cells.add(cell(rows, r, c, "z"));
            }
            text.append(String.join(",", cells)).append("\r\n");
        }
        zip(mine.resolve("c.zip"), "within.csv", text.toString());
        Path plain = Files.writeString(
                Files.createTempFile("plain", ".csv"), text.toString().replace("z-more", "p-more"));
        try (Database database = Database.inMemory()) {
            database.execute("copy (select * from read_csv('" + plain + "', all_varchar = true)) to '"
                    + mine.resolve("d.parquet") + "' (format parquet, compression zstd)");
        }
        Files.delete(plain);
    }

    private static String cell(List<List<String>> rows, int r, int c, String mark) {
        String cell = rows.get(r).get(c);
        return r > 0 && c == 0 ? mark + "-" + cell : cell;
    }

    private static void zip(Path file, String name, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
