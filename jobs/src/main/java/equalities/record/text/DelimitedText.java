package equalities.record.text;

import equalities.record.bytes.FileBytes;
import java.io.IOException;

/**
 * A text file and how it is to be read, found out from the file alone.
 *
 * @param form its dialect and the form of its records
 * @param skipped lines in front that only name the delimiter ({@code sep=;}), which no spreadsheet shows
 */
public record DelimitedText(FileBytes file, TextEncoding encoding, TableForm form, int skipped) {
    private static final int SAMPLE_CHARACTERS = 1 << 16;
    private static final int LARGEST_RECORD = 1 << 22;

    /**
     * Looks at the file.
     *
     * @throws TextEncoding.NotText when it is no text
     */
    public static DelimitedText of(FileBytes file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char[] sample = new char[SAMPLE_CHARACTERS];
        int length = 0;
        boolean whole = false;
        try (DecodedText text = encoding.open(file)) {
            while (!whole && length < sample.length - 1) {
                int n = text.read(sample, length, sample.length - length);
                whole = n < 0;
                length += Math.max(n, 0);
            }
        }
        String named = DialectDetector.named(sample, length);
        int start = named == null ? 0 : DialectDetector.behindFirstLine(sample, length);
        char[] behind = java.util.Arrays.copyOfRange(sample, start, length);
        TableForm form = new DialectDetector(behind, whole).detect(named);
        return new DelimitedText(file, encoding, form, named == null ? 0 : 1);
    }

    /** A reader of its records, from the first on. */
    public RecordReader open() throws IOException {
        CharacterWindow window = new CharacterWindow(encoding.open(file), LARGEST_RECORD);
        for (int i = 0; i < skipped && window.begin(); i++) {
            window.advance(window.behindLine(window.from));
        }
        return new RecordReader(window, form);
    }
}
