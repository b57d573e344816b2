package equalities.record;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table stand in it before. Holds the fingerprints of the first four million rows; for a longer table it
 * reads the rest once ahead, sorts all fingerprints into files, and holds those that come more than once.
 */
final class RepeatedRows {
    static final int MOST = 1 << 22;
    private static final int FILES = 64;

    /** The table from its first row on. */
    interface Table {
        Rows open() throws IOException;
    }

    private final Table table;
    private final int most;
    private final PrintSet first = new PrintSet();
    private final PrintSet seen = new PrintSet();
    private @Nullable PrintSet several;

    /** @param most how many fingerprints are held */
    RepeatedRows(Table table, int most) {
        this.table = table;
        this.most = most;
    }

    /**
     * Takes the next row; true when one like it was taken before.
     *
     * @throws UnreadableFile when more rows come several times than can be told apart
     */
    boolean add(RawRow row) throws IOException {
        Print print = Print.of(row.cells());
        if (first.size() < most) {
            return !first.add(print);
        }
        if (several == null) {
            several = severalTimes();
        }
        return first.contains(print) || (several.contains(print) && !seen.add(print));
    }

    private PrintSet severalTimes() throws IOException {
        Path folder = Files.createTempDirectory("rows");
        try {
            spill(folder);
            PrintSet found = new PrintSet();
            for (int i = 0; i < FILES; i++) {
                collect(folder.resolve(String.valueOf(i)), found);
            }
            return found;
        } finally {
            for (int i = 0; i < FILES; i++) {
                Files.deleteIfExists(folder.resolve(String.valueOf(i)));
            }
            Files.delete(folder);
        }
    }

    private void spill(Path folder) throws IOException {
        DataOutputStream[] files = new DataOutputStream[FILES];
        try (Rows rows = table.open()) {
            for (int i = 0; i < FILES; i++) {
                Path file = folder.resolve(String.valueOf(i));
                files[i] = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            }
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.isBlank()) {
                    Print print = Print.of(row.cells());
                    DataOutputStream file = files[(int) (print.high() & (FILES - 1))];
                    file.writeLong(print.high());
                    file.writeLong(print.low());
                }
            }
        } finally {
            for (DataOutputStream file : files) {
                if (file != null) {
                    file.close();
                }
            }
        }
    }

    private void collect(Path file, PrintSet found) throws IOException {
        PrintSet once = new PrintSet();
        long left = Files.size(file) / (2 * Long.BYTES);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (; left > 0; left--) {
                Print print = new Print(in.readLong(), in.readLong());
                if (!once.add(print) && !first.contains(print)) {
                    found.add(print);
                }
            }
        }
        if (found.size() > most) {
            throw new UnreadableFile(
                    "Behind its first " + most + " rows the file holds more than " + most + " that come several times.",
                    "Send each row once, or the file in parts.");
        }
    }
}
