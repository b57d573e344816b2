package equalities.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A spreadsheet file that is a zip inside: whether it can be unpacked at all, in reasonable room. */
final class PackedFile {
    private static final long LARGEST = 4L << 30;
    private static final long LARGEST_TEXTS = 256L << 20;
    private static final int MOST_ENTRIES = 10_000;
    /** No stream of this method unpacks to more than so many times its size. */
    private static final long STRONGEST_PACKING = 1_100;

    private static final String TEXTS = "xl/sharedStrings.xml";

    private PackedFile() {}

    /**
     * Unpacks all of it where it could be too large: what the file says about its own size need not be true.
     *
     * @param packed the size of the file, bytes
     */
    static void refuseWhatUnpacksTooLarge(ZipFile zip, long packed) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new UnreadableFile(
                    "The file is made of " + zip.size() + " parts, as no spreadsheet is.",
                    "Save the sheet as CSV and send that.");
        }
        if (packed * STRONGEST_PACKING <= LARGEST_TEXTS && zip.size() < 100) {
            return;
        }
        long all = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            long most = entry.getName().equals(TEXTS) ? LARGEST_TEXTS : LARGEST - all;
            all += size(zip, entry, most);
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most) {
                    throw tooLarge(entry);
                }
            }
        }
        return size;
    }

    private static UnreadableFile tooLarge(ZipEntry entry) {
        return entry.getName().equals(TEXTS)
                ? new UnreadableFile(
                        "The workbook holds more than 256 MB of texts.", "Save each sheet as CSV and send those.")
                : new UnreadableFile(
                        "The workbook unpacks to more than four gigabytes.", "Save the sheet as CSV and send that.");
    }
}
