package equalities.stage.receive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip file in the landing area. Its entries are submissions of their own; their names are labels, never paths. */
final class Archive {
    static final int MOST_ENTRIES = 1_000;
    static final long MOST_BYTES = 4L << 30;

    private Archive() {}

    /** An entry, written out beside nothing else. */
    record Entry(String name, Path file) {}

    /** The archive cannot be taken; the message says why, the fix what to send instead. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        final String fix;

        Refused(String message, String fix) {
            super(message);
            this.fix = fix;
        }
    }

    static boolean isArchive(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Writes the entries as numbered files into a folder. */
    static List<Entry> unpack(Path archive, Path folder) throws IOException, Refused {
        List<Entry> entries = new ArrayList<>();
        long left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                check(entry, entries.size());
                Path file = folder.resolve(entries.size() + ".entry");
                left -= copy(in, file, left);
                entries.add(new Entry(entry.getName(), file));
            }
        } catch (ZipException broken) {
            throw new Refused("The zip file is damaged or protected.", "Send it again, or send the files unzipped.");
        }
        if (entries.isEmpty()) {
            throw new Refused("The zip file holds no file.", "Send the files themselves, or zip them again.");
        }
        return entries;
    }

    private static void check(ZipEntry entry, int before) throws Refused {
        if (isArchive(entry.getName())) {
            throw new Refused("The zip file holds another zip file.", "Zip the files themselves, once.");
        }
        if (before >= MOST_ENTRIES) {
            throw new Refused("The zip file holds more than " + MOST_ENTRIES + " files.", "Send it in parts.");
        }
    }

    private static long copy(InputStream in, Path file, long most) throws IOException, Refused {
        long written = 0;
        byte[] buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                written += n;
                if (written > most) {
                    throw new Refused("The zip file unpacks to more than 4 GiB.", "Send it in parts.");
                }
                out.write(buffer, 0, n);
            }
        }
        return written;
    }
}
