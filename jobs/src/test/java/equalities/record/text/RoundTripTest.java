package equalities.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written by the rules is read to the letter, and what is not is never changed without a word. */
class RoundTripTest {
    @Property(tries = 300)
    void every_cell_that_is_enclosed_comes_back_as_it_was(
            @ForAll("tables") List<List<String>> table, @ForAll("delimiters") String delimiter) throws IOException {
        String text = table.stream()
                .map(r ->
                        r.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        assertThat(cells(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(table);
    }

    @Example
    void other_quotation_marks_inside_enclosed_cells_enclose_nothing() throws IOException {
        assertThat(cells("\"x,\",\"x,'\"\r\n\"x;\",\"x,a,\"\r\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("x,", "x,'"), List.of("x;", "x,a,"));
    }

    @Example
    void where_every_cell_is_enclosed_neither_lines_nor_signs_within_cells_hide_the_delimiter() throws IOException {
        assertThat(cells("\"x,\",\"x;\"\r\n\"x;'\n\",\"x;\"\r\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("x,", "x;"), List.of("x;'\n", "x;"));
    }

    @Property(tries = 300)
    void no_text_at_all_is_lost_or_made_up(@ForAll("anything") String text) throws IOException {
        List<TextRecord> records = records(text.getBytes(StandardCharsets.UTF_8));
        String read = records.stream().flatMap(r -> r.cells().stream()).collect(Collectors.joining());
        assertThat(letters(read)).isEqualTo(letters(text));
    }

    @Example
    void an_older_encoding_is_told_from_another_by_what_makes_sense() throws IOException {
        String text = "Name,Note\nJosé,It’s the café – £5\nZoë,“naïve” façade\n";
        for (String charset : List.of("windows-1252", "x-MacRoman", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE")) {
            byte[] bytes = charset.equals("UTF-32LE")
                    ? ("\uFEFF" + text).getBytes(Charset.forName(charset))
                    : text.getBytes(Charset.forName(charset));
            assertThat(cells(bytes)).as(charset).last().asString().contains("“naïve” façade");
        }
    }

    @Example
    void a_byte_of_another_encoding_is_mended_and_said_and_the_other_rows_are_as_they_were() throws IOException {
        byte[] bytes = "A,B\ncafé,1\ncaf?,2\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE9;
        List<TextRecord> records = records(bytes);
        assertThat(records.get(2).cells()).containsExactly("café", "2");
        assertThat(records)
                .extracting(TextRecord::repairs)
                .map(r -> r.contains(Repair.OTHER_ENCODING))
                .containsExactly(false, false, true);
    }

    @Example
    void a_quotation_mark_that_is_never_closed_costs_one_row_at_most() throws IOException {
        StringBuilder text = new StringBuilder("Ref,Date,Name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i)
                    .append(",01/02/2025,")
                    .append(i == 700 ? "\"" : "")
                    .append("Name ")
                    .append(i)
                    .append('\n');
        }
        List<TextRecord> records = records(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(records).hasSize(20_001);
        assertThat(records.get(701).cells()).containsExactly("700", "01/02/2025", "\"Name 700");
        assertThat(records.get(701).repairs()).containsExactly(Repair.UNCLOSED_QUOTE);
        assertThat(records.get(702).repairs()).isEmpty();
    }

    @Example
    void two_stray_marks_far_from_each_other_do_not_swallow_what_is_between() throws IOException {
        StringBuilder text = new StringBuilder("Ref,Date,Name\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(i)
                    .append(",01/02/2025,")
                    .append(i == 700 ? "\"Name" : i == 1_500 ? "Name\"" : "Name")
                    .append('\n');
        }
        List<TextRecord> records = records(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(records).hasSize(2_001);
        assertThat(records.get(701).cells()).containsExactly("700", "01/02/2025", "\"Name");
        assertThat(records.get(701).repairs()).isNotEmpty();
        assertThat(records.get(1_501).cells()).containsExactly("1500", "01/02/2025", "Name\"");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("abcXYZ0189 ,;.'\"\n–é")
                .ofMaxLength(12)
                .map(c -> "x" + c);
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(2).ofMaxSize(12));
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of(",", ";", "\t", "|");
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("abcdef12345 ,;\"'\n\r\t|\\")
                .ofMinLength(1)
                .ofMaxLength(300);
    }

    /** Letters and digits: what no dialect takes for a sign of its own. */
    private static String letters(String text) {
        return text.replaceAll("[^a-z0-9]", "");
    }

    private static List<List<String>> cells(byte[] bytes) throws IOException {
        return records(bytes).stream().map(TextRecord::cells).toList();
    }

    private static List<TextRecord> records(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("text", ".csv");
        try {
            Files.write(file, bytes);
            List<TextRecord> records = new ArrayList<>();
            try (RecordReader reader = DelimitedText.of(FileBytes.of(file)).open()) {
                for (TextRecord r = reader.next(); r != null; r = reader.next()) {
                    records.add(r);
                }
            }
            return records;
        } finally {
            Files.delete(file);
        }
    }
}
