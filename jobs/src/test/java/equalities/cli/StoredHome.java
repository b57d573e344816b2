package equalities.cli;

import equalities.lake.Rights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Homes as former releases left them, one zip a release. A new one is made by {@code equalities run} over {@code landing}
 * beside them, at {@code /srv/equalities/home}; its log, lock and scratch folder stay out.
 */
final class StoredHome {
    private static final Path HOMES =
            Path.of(System.getProperty("equalities.root", "..")).resolve("jobs/src/test/resources/equalities/homes");

    /** Stands in the returns of the landing area, in rows that are right. */
    static final String NUMBER = "9996259552";

    private StoredHome() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(HOMES)) {
            return files.filter(f -> f.toString().endsWith(".zip")).sorted().toList();
        }
    }

    static Path newest(Path into) throws IOException {
        List<Path> all = all();
        return unpack(all.get(all.size() - 1), into);
    }

    static Path landing() {
        return HOMES.resolve("landing");
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static Path unpack(Path zip, Path into) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.copy(entries, file);
                }
            }
        }
        Rights.set(into.resolve("state/person_key"), Rights.OWNERS_FILE);
        return into;
    }
}
