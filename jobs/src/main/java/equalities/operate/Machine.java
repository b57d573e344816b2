package equalities.operate;

import equalities.engine.duckdb.Database;
import equalities.lake.FolderSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a machine gives a run: Java, memory, disk, and the library that DuckDB unpacks. */
public final class Machine {
    private static final int OLDEST_JAVA = 17;
    private static final Set<Integer> TRIED_JAVA = Set.of(17, 21, 25);
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_MEMORY = 900 * MEGABYTE;
    private static final long GOOD_MEMORY = 2000 * MEGABYTE;
    private static final long LEAST_DISK = 1000 * MEGABYTE;
    /** A run writes each zone aside before it removes the one before. */
    private static final int TIMES_THE_HOME = 2;

    private Machine() {}

    /** The version that Spark and this command are known to run on. */
    public static Check java(int feature) {
        if (feature < OLDEST_JAVA) {
            return Check.wrong("Java", "version " + feature, "Install a JDK 17, 21 or 25, or set JAVA_HOME to one.");
        }
        return TRIED_JAVA.contains(feature)
                ? Check.well("Java", "version " + feature)
                : Check.warning(
                        "Java", "version " + feature + ", not tried with Spark", "Better use a JDK 17, 21 or 25.");
    }

    /** The largest heap, in bytes. */
    public static Check memory(long heap) {
        String found = megabytes(heap) + " for Java";
        String mend = "Give it more: EQUALITIES_JAVA_OPTIONS=-Xmx4g (without it Java takes half of the machine's).";
        if (heap < LEAST_MEMORY) {
            return Check.wrong("Memory", found, mend);
        }
        return heap < GOOD_MEMORY ? Check.warning("Memory", found, mend) : Check.well("Memory", found);
    }

    /** The room for a home, which need not be there yet. */
    public static Check disk(Path home) throws IOException {
        Path there = home;
        while (there != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        if (there == null) {
            return Check.wrong("Disk", "there is no folder above " + home, "Mend the setting 'home'.");
        }
        if (!Files.isWritable(there)) {
            return Check.wrong("Disk", "this user may not write to " + there, "Mend its rights, or run as its owner.");
        }
        long free = Files.getFileStore(there).getUsableSpace();
        long wanted = Math.max(LEAST_DISK, TIMES_THE_HOME * FolderSize.of(home));
        String found = megabytes(free) + " free at " + there + ", " + megabytes(wanted) + " wanted";
        return free < wanted
                ? Check.wrong("Disk", found, "Make room, or move the home to a larger disk.")
                : Check.well("Disk", found);
    }

    /** Whether DuckDB's library can be unpacked and loaded. */
    public static Check duckdb() {
        try (Database database = Database.inMemory()) {
            return Check.well("DuckDB", String.valueOf(database.value("select version()")));
        } catch (RuntimeException | LinkageError e) {
            return Check.wrong(
                    "DuckDB",
                    "its library does not load: " + e.getMessage(),
                    "It is unpacked to " + System.getProperty("java.io.tmpdir")
                            + ", which must be writable and allow programs: EQUALITIES_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / MEGABYTE);
    }
}
