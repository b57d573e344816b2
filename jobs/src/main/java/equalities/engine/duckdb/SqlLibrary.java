package equalities.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code sql/}, by folder. */
public final class SqlLibrary {
    private static final Pattern MISSING = Pattern.compile("with name \"?(\\w+)\"? does not exist");

    private final Path root;

    public SqlLibrary(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** The files of a folder in the order of their names; none when there is no such folder. */
    public List<SqlFile> folder(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().endsWith(".sql"))
                    .sorted()
                    .map(f -> read(folder, f))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that figures are made with, macros first. */
    public List<SqlFile> methods() {
        return Stream.of("macros", "views", "measures", "findings")
                .flatMap(f -> folder(f).stream())
                .toList();
    }

    /** Makes the macros of {@code sql/macros}, whatever order they need each other in. */
    public void createMacros(Database database) {
        inNeededOrder(folder("macros"), f -> database.execute(f.text()));
    }

    /** Makes every file of a folder a view of its name, whatever order they need each other in; returns that order. */
    public List<SqlFile> createViews(Database database, String folder) {
        return inNeededOrder(folder(folder), f -> database.execute(statement("view", f)));
    }

    /** Makes every file of a folder a table of its name, so that what others build on is computed once. */
    public List<SqlFile> createTables(Database database, String folder) {
        return createTables(database, folder, file -> true);
    }

    /** The same, with texts of few different values as numbers where there are many rows. */
    public List<SqlFile> createTables(Database database, String folder, NumberedWords words) {
        return inNeededOrder(folder(folder), f -> {
            database.execute(statement("table", f));
            words.number(f);
        });
    }

    /** The same for some files of the folder. */
    public List<SqlFile> createTables(Database database, String folder, Predicate<SqlFile> chosen) {
        return inNeededOrder(
                folder(folder).stream().filter(chosen).toList(), f -> database.execute(statement("table", f)));
    }

    private static String statement(String kind, SqlFile file) {
        return "create or replace " + kind + " " + Database.identifier(file.name()) + " as\n" + file.select();
    }

    /** Makes one file. */
    public interface Maker {
        void make(SqlFile file);
    }

    private static List<SqlFile> inNeededOrder(List<SqlFile> files, Maker maker) {
        List<SqlFile> made = new ArrayList<>();
        Map<SqlFile, QueryException> failed = new LinkedHashMap<>();
        List<SqlFile> waiting = files;
        while (!waiting.isEmpty()) {
            failed.clear();
            for (SqlFile file : waiting) {
                try {
                    maker.make(file);
                    made.add(file);
                } catch (QueryException e) {
                    failed.put(file, e);
                }
            }
            if (failed.size() == waiting.size()) {
                throw fault(failed);
            }
            waiting = List.copyOf(failed.keySet());
        }
        return made;
    }

    /** Of files that all failed: the first that did not fail only because it needs another of them. */
    private static QueryException fault(Map<SqlFile, QueryException> failed) {
        return failed.entrySet().stream()
                .filter(e -> failed.keySet().stream()
                        .noneMatch(other -> !other.equals(e.getKey()) && isMissed(other, e.getValue())))
                .findFirst()
                .map(e -> new QueryException(e.getKey(), e.getValue()))
                .orElseGet(() -> QueryException.ofCycle(failed));
    }

    private static boolean isMissed(SqlFile file, QueryException e) {
        Matcher missing = MISSING.matcher(e.getMessage());
        return missing.find() && file.makes(missing.group(1));
    }

    private static SqlFile read(String folder, Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
            return new SqlFile(folder, name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
