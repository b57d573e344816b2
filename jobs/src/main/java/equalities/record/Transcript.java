package equalities.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.record.bytes.FileBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read, row by row, from which somebody was erased: what a file of any format becomes then, so that all
 * other rows read to the letter as before, and nothing is left of what formats keep beside their rows. One line of JSON
 * says its sheets, then each row is a line: sheet, row number, cells, notes. {@link TranscriptWriter} writes it.
 */
final class Transcript implements SourceFile {
    static final String MARK = "{\"transcript of what was received\":";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Sheet> sheets = new ArrayList<>();

    Transcript(FileBytes file) throws IOException {
        try (BufferedReader lines = lines(file)) {
            for (JsonNode sheet : JSON.readTree(lines.readLine()).path("sheets")) {
                String name = sheet.path("name").asText();
                List<RawRow> evidence = each(sheet.path("evidence")).stream()
                        .map(row -> new RawRow(name, row.path(0).asLong(), texts(row.path(1))))
                        .toList();
                sheets.add(new TranscriptSheet(
                        file, sheets.size(), name, sheet.path("delimited").asBoolean(), evidence));
            }
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** A wrong byte is a fault, and no other sign. */
    private static BufferedReader lines(FileBytes file) throws IOException {
        return new BufferedReader(new InputStreamReader(file.stream(), StandardCharsets.UTF_8.newDecoder()));
    }

    private static UnreadableFile damaged(Exception e) {
        return new UnreadableFile("The transcript is damaged.", "Send the file again.", e);
    }

    static boolean isTranscript(byte[] start) {
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
        return start.length > mark.length && java.util.Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode list) {
        return each(list).stream().map(JsonNode::asText).toList();
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public void close() {
        // Every reader of rows closes its own stream.
    }

    /** One sheet. */
    private record TranscriptSheet(FileBytes file, int index, String name, boolean delimited, List<RawRow> erased)
            implements Sheet {
        @Override
        public Rows rows() throws IOException {
            BufferedReader lines = lines(file);
            lines.readLine();
            return new Rows() {
                @Override
                public @Nullable RawRow next() throws IOException {
                    String mine = "[" + index + ",";
                    try {
                        String line = lines.readLine();
                        while (line != null && !line.startsWith(mine)) {
                            line = lines.readLine();
                        }
                        return line == null ? null : row(line);
                    } catch (JsonProcessingException | CharacterCodingException e) {
                        throw damaged(e);
                    }
                }

                @Override
                public void close() throws IOException {
                    lines.close();
                }
            };
        }

        private RawRow row(String line) throws IOException {
            JsonNode row = JSON.readTree(line);
            long number = row.path(1).asLong();
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw damaged(new IllegalArgumentException("no number of a row"));
            }
            List<Note> notes = each(row.path(3)).stream()
                    .map(n -> new Note(
                            n.path(0).asText(), n.path(1).asText(), n.path(2).asText()))
                    .toList();
            return new RawRow(name, number, texts(row.path(2)), notes);
        }
    }
}
