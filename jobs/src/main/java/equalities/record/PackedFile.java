package equalities.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A spreadsheet file that is a zip inside: whether it can be unpacked at all, in reasonable room. */
final class PackedFile {
    private static final long LARGEST = 4L << 30;
    private static final long LARGEST_TEXTS = 256L << 20;
    private static final int MOST_ENTRIES = 10_000;
    /** No stream of this method unpacks to more than so many times its size. */
    private static final long STRONGEST_PACKING = 1_100;

    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private static final String TEXTS = "xl/sharedStrings.xml";

    private PackedFile() {}

    /** Opens it; closing it closes the channel. */
    static ZipFile open(SeekableByteChannel channel) throws IOException {
        return ZipFile.builder().setSeekableByteChannel(channel).get();
    }

    /**
     * Unpacks all of it where it could be too large: what the file says about its own size need not be true.
     *
     * @param packed the size of the file, bytes
     */
    static void refuseWhatUnpacksTooLarge(ZipFile zip, long packed) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new UnreadableFile(
                    "The file is made of " + entries.size() + " parts, as no spreadsheet is.",
                    "Save the sheet as CSV and send that.");
        }
        for (ZipArchiveEntry entry : entries) {
            if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
                throw new ZipException("packed in a way that no spreadsheet is");
            }
        }
        if (packed * STRONGEST_PACKING <= LARGEST_TEXTS && entries.size() < 100) {
            return;
        }
        long all = 0;
        for (ZipArchiveEntry entry : entries) {
            long most = entry.getName().equals(TEXTS) ? LARGEST_TEXTS : LARGEST - all;
            all += size(zip, entry, most);
        }
    }

    private static long size(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
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

    private static UnreadableFile tooLarge(ZipArchiveEntry entry) {
        return entry.getName().equals(TEXTS)
                ? new UnreadableFile(
                        "The workbook holds more than 256 MB of texts.", "Save each sheet as CSV and send those.")
                : new UnreadableFile(
                        "The workbook unpacks to more than four gigabytes.", "Save the sheet as CSV and send that.");
    }
}
