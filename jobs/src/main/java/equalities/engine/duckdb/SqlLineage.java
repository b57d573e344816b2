package equalities.engine.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of {@code sql/} a relation stands on, found by their names in its text. */
public final class SqlLineage {
    private static final List<String> FOLDERS = List.of("views", "measures", "findings", "explanations");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    private final List<SqlFile> files;

    public SqlLineage(SqlLibrary library) {
        this.files = FOLDERS.stream().flatMap(f -> library.folder(f).stream()).toList();
    }

    /** The file of a relation. */
    public Optional<SqlFile> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The files that a relation stands on, itself last: each after all that it needs. */
    public List<SqlFile> of(String name) {
        return missing(name, List.of());
    }

    /** The same without those that are there already, and without what only these stand on. */
    public List<SqlFile> missing(String name, List<String> there) {
        List<SqlFile> ordered = new ArrayList<>();
        file(name).ifPresent(f -> visit(f, there, ordered));
        return ordered;
    }

    /** The relations that a file names and that are no file of {@code sql/}. */
    public List<String> tables(String name, List<String> known) {
        return of(name).stream()
                .flatMap(f -> known.stream().filter(t -> names(f, t)))
                .filter(t -> file(t).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void visit(SqlFile file, List<String> there, List<SqlFile> ordered) {
        if (!ordered.contains(file) && !there.contains(file.name())) {
            below(file).forEach(f -> visit(f, there, ordered));
            ordered.add(file);
        }
    }

    private Stream<SqlFile> below(SqlFile file) {
        return files.stream()
                .filter(f -> !f.name().equals(file.name()) && !f.folder().equals("explanations"))
                .filter(f -> names(file, f.name()));
    }

    private static boolean names(SqlFile file, String relation) {
        String text = TEXT.matcher(COMMENT.matcher(file.text()).replaceAll("")).replaceAll("''");
        return Pattern.compile("\\b(from|join|in \\(select [a-z_]+ from)\\s+" + Pattern.quote(relation) + "\\b|,\\s*"
                        + Pattern.quote(relation) + "\\b(?=\\s*(\\n|$|\\bs\\b|\\)))")
                .matcher(text)
                .find();
    }
}
