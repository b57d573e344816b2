package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes of a file say it is, and the refusals that follow. */
final class Magic {
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xBC, (byte) 0xAF};
    private static final byte[] RAR = {'R', 'a', 'r', '!'};

    private Magic() {}

    static boolean isZip(byte[] start) {
        return startsWith(start, ZIP);
    }

    static boolean isParquet(byte[] start) {
        return startsWith(start, PARQUET);
    }

    static void refuseWhatIsNoText(FileBytes file, byte[] start) throws IOException {
        if (startsWith(start, OLE2)) {
            throw ole2(file);
        }
        if (startsWith(start, GZIP) || startsWith(start, SEVEN_ZIP) || startsWith(start, RAR)) {
            throw unread("an archive of a kind other than zip");
        }
        if (startsWith(start, PDF)) {
            throw unread("a PDF document");
        }
        String text =
                Blanks.strip(new String(start, StandardCharsets.ISO_8859_1)).toLowerCase(Locale.ROOT);
        if (text.startsWith("<html") || text.startsWith("<!doctype html") || text.startsWith("<table")) {
            throw unread("a web page");
        }
        if (text.startsWith("<?xml")) {
            throw unread("an XML document");
        }
    }

    static UnreadableFile locked() {
        return new UnreadableFile(
                "The workbook is protected by a password.",
                "Remove the password from the file, save it and send it again by the protected way.");
    }

    private static UnreadableFile ole2(FileBytes file) throws IOException {
        String mark = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        try (InputStream in = file.stream()) {
            byte[] all = in.readNBytes(1 << 26);
            return new String(all, StandardCharsets.ISO_8859_1).contains(mark)
                    ? locked()
                    : unread("a workbook in the format of Excel 97 to 2003, or protected by a password");
        }
    }

    private static UnreadableFile unread(String what) {
        return new UnreadableFile(
                "The file is " + what + ", which is not read.",
                "Save the table as " + SourceFile.FORMATS + " without a password, and send that.");
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && java.util.Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
