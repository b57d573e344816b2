package equalities.record.text;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file.
 *
 * @param charset of the file as a whole
 * @param mark the length of the byte order mark
 * @param otherwise how a byte is read that the charset does not allow: the file mixes two encodings; null when it does not
 */
public record TextEncoding(
        Charset charset, int mark, @Nullable Charset otherwise) {
    private static final int SAMPLE = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /**
     * Looks at every byte: by its byte order mark; UTF-16 when every second byte is zero; UTF-8 when all of it is;
     * otherwise Windows-1252 or MacRoman, whichever makes more sense, alone or beside UTF-8.
     *
     * @throws NotText when it is none of these
     */
    static TextEncoding of(FileBytes file) throws IOException {
        byte[] start;
        try (InputStream in = file.stream()) {
            start = in.readNBytes(SAMPLE);
        }
        TextEncoding wide = wide(start);
        return wide != null ? wide : narrow(file, startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0);
    }

    private static @Nullable TextEncoding wide(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
            return new TextEncoding(UTF_32LE, 4, null);
        }
        if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
            return new TextEncoding(UTF_32BE, 4, null);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, null);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, null);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            even += start[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += start[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        int pairs = start.length / 2;
        if (pairs > 0 && odd > pairs / 5 && even <= pairs / 50) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, null);
        }
        if (pairs > 0 && even > pairs / 5 && odd <= pairs / 50) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, null);
        }
        return null;
    }

    private static TextEncoding narrow(FileBytes file, int mark) throws IOException {
        ByteCensus census = new ByteCensus();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = file.stream()) {
            in.skipNBytes(mark);
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                census.add(buffer, n);
            }
        }
        census.finish();
        if (census.isBinary()) {
            throw new NotText();
        }
        if (census.foreign() == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, mark, null);
        }
        boolean mixed = mark > 0 || census.isMixed();
        return mixed
                ? new TextEncoding(StandardCharsets.UTF_8, mark, census.oneByteCharset())
                : new TextEncoding(census.oneByteCharset(), mark, null);
    }

    /** The characters behind the byte order mark. */
    DecodedText open(FileBytes file) throws IOException {
        InputStream in = file.stream();
        in.skipNBytes(mark);
        return new DecodedText(in, charset, otherwise);
    }

    private static boolean startsWith(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (start[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes are no text in any encoding that is read. */
    public static final class NotText extends IOException {
        private static final long serialVersionUID = 1;

        NotText() {
            super("no text");
        }
    }
}
