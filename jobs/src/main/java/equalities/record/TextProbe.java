package equalities.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a text file is written.
 *
 * @param charset by its byte order mark; UTF-8 when all of it is; Windows-1252 otherwise, as Excel saves in Britain
 * @param mark the length of the byte order mark
 * @param delimiter the one by which the first rows have the same number of cells
 */
record TextProbe(Charset charset, int mark, char delimiter) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE_ROWS = 60;
    private static final int SAMPLE_CHARACTERS = 1 << 16;

    static TextProbe of(Path file) throws IOException {
        TextProbe bytes = encoding(file);
        return new TextProbe(bytes.charset, bytes.mark, delimiter(sample(file, bytes)));
    }

    /** A reader behind the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    private static TextProbe encoding(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(1 << 12);
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new TextProbe(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 3, ',');
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return new TextProbe(StandardCharsets.UTF_16LE, 2, ',');
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return new TextProbe(StandardCharsets.UTF_16BE, 2, ',');
        }
        return new TextProbe(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0, ',');
    }

    /** Reads all of it, and refuses what has a zero byte: no text in one of these encodings has. */
    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        boolean valid = true;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = fill(in, bytes); n >= 0; n = fill(in, bytes)) {
                refuseZero(bytes);
                valid = valid && !decode(decoder, bytes, characters, false).isError();
                if (!valid) {
                    bytes.clear();
                }
            }
        }
        bytes.flip();
        return valid
                && !decoder.decode(bytes, characters, true).isError()
                && !decoder.flush(characters).isError();
    }

    private static int fill(InputStream in, ByteBuffer bytes) throws IOException {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n > 0) {
            bytes.position(bytes.position() + n);
        }
        return n;
    }

    private static CoderResult decode(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer characters, boolean end) {
        bytes.flip();
        CoderResult result = decoder.decode(bytes, characters, end);
        bytes.compact();
        characters.clear();
        return result;
    }

    private static void refuseZero(ByteBuffer bytes) throws UnreadableFile {
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) == 0) {
                throw new UnreadableFile(
                        "The file is not text, and in no format that is read.",
                        "Save the table as " + SourceFile.FORMATS + ", and send that.");
            }
        }
    }

    private static String sample(Path file, TextProbe probe) throws IOException {
        char[] buffer = new char[SAMPLE_CHARACTERS];
        int length = 0;
        try (Reader reader = probe.open(file)) {
            int n = 0;
            while (n >= 0 && length < buffer.length) {
                length += n;
                n = reader.read(buffer, length, buffer.length - length);
            }
        }
        return new String(buffer, 0, length);
    }

    private static char delimiter(String sample) {
        String first = sample.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (first.startsWith("sep=") && first.length() == 5) {
            return first.charAt(4);
        }
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(sample, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    /** Rows that agree on a number of cells above one, weighed by how many cells that is. */
    private static double score(String sample, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        try (CsvReader<CsvRecord> reader =
                TextFile.dialect(delimiter).allowUnclosedQuote(true).ofCsvRecord(sample)) {
            Iterator<CsvRecord> records = reader.iterator();
            for (int i = 0; i < SAMPLE_ROWS && records.hasNext(); i++) {
                widths.merge(records.next().getFieldCount(), 1, Integer::sum);
            }
        } catch (IOException | CsvParseException e) {
            return 0;
        }
        return widths.entrySet().stream()
                .mapToDouble(e -> e.getValue() * Math.log(e.getKey()))
                .max()
                .orElse(0);
    }
}
