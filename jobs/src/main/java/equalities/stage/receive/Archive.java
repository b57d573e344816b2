package equalities.stage.receive;

import equalities.lake.ZoneFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file in the landing area. Its entries are submissions of their own; their names are labels, never paths. */
public final class Archive {
    static final int MOST_ENTRIES = 1_000;
    static final long MOST_BYTES = 4L << 30;

    private Archive() {}

    /** An entry, written out beside nothing else. */
    public record Entry(String name, Path file) {}

    /** The archive cannot be taken; the message says why, the fix what to send instead. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final String fix;

        Refused(String message, String fix) {
            super(message);
            this.fix = fix;
        }

        public String fix() {
            return fix;
        }
    }

    public static boolean isArchive(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * Writes the entries as numbered files into a folder; what programs hide in archives is left out.
     *
     * @param files opens the archive and creates its entries
     */
    public static List<Entry> unpack(ZoneFiles files, Path archive, Path folder) throws IOException, Refused {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long left = MOST_BYTES;
        try (ZipFile zip = open(files, archive)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory() || isHidden(entry.getName())) {
                    continue;
                }
                check(zip, entry, entries.size());
                if (!names.add(entry.getName())) {
                    throw refused(entry, "is there twice", "Zip the files again.");
                }
                Path file = folder.resolve(entries.size() + ".entry");
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= copy(in, files.create(file, file), left);
                }
                entries.add(new Entry(entry.getName(), file));
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException broken) {
            throw new Refused("The zip file is damaged.", "Send it again, or send the files unzipped.");
        }
        if (entries.isEmpty()) {
            throw new Refused("The zip file holds no file.", "Send the files themselves, or zip them again.");
        }
        return entries;
    }

    /** The library wraps what is wrong with an archive into what is wrong with its disk. */
    private static ZipFile open(ZoneFiles files, Path archive) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(files.open(archive)).get();
        } catch (IOException e) {
            throw e.getCause() instanceof IOException wrong ? wrong : e;
        }
    }

    private static boolean isHidden(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.startsWith("~$");
    }

    private static void check(ZipFile zip, ZipArchiveEntry entry, int before) throws IOException, Refused {
        if (before >= MOST_ENTRIES) {
            throw new Refused("The zip file holds more than " + MOST_ENTRIES + " files.", "Send it in parts.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused(entry, "is protected by a password", "Zip the files again without a password.");
        }
        if (entry.isUnixSymlink()) {
            throw refused(entry, "is a link and not a file", "Zip the file that it points to.");
        }
        if (FileNames.leadsElsewhere(entry.getName())) {
            throw refused(
                    entry, "has a name that leads out of the archive", "Zip the files themselves, by their names.");
        }
        if (FileNames.isUnprintable(entry.getName())) {
            throw refused(entry, "has a line end or another sign in its name that cannot be shown", "Rename it.");
        }
        if (!zip.canReadEntryData(entry)) {
            throw refused(entry, "is packed in a way that is not read", "Zip the files again.");
        }
        if (isArchive(entry.getName()) || isNested(zip, entry)) {
            throw refused(entry, "is another archive", "Zip the files themselves, once.");
        }
    }

    /** A zip inside that is no spreadsheet, whatever its name ends in. */
    private static boolean isNested(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] start = in.readNBytes(1 << 12);
            boolean packed = start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
            String text = new String(start, StandardCharsets.ISO_8859_1);
            boolean spreadsheet = text.contains("[Content_Types].xml")
                    || text.contains("xl/")
                    || text.contains("_rels/")
                    || text.contains("mimetypeapplication/vnd.oasis")
                    || text.contains("content.xml");
            return packed && !spreadsheet;
        }
    }

    private static Refused refused(ZipArchiveEntry entry, String why, String fix) {
        return new Refused("'" + FileNames.shown(entry.getName()) + "' in the zip file " + why + ".", fix);
    }

    private static long copy(InputStream in, OutputStream to, long most) throws IOException, Refused {
        long written = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = to) {
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
