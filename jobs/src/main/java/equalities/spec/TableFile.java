package equalities.spec;

import equalities.spec.Table.Column;
import equalities.spec.Table.Protect;
import equalities.spec.Table.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code tables/<table>.yaml}; {@code characteristics: person} becomes three columns a characteristic. */
final class TableFile {
    private final Collection<Characteristic> characteristics;

    TableFile(Collection<Characteristic> characteristics) {
        this.characteristics = characteristics;
    }

    Table read(String name, Part file) {
        List<Column> columns = new ArrayList<>();
        file.parts("columns").forEach(part -> columns.add(column(part)));
        if (file.has("characteristics")) {
            characteristics.stream()
                    .filter(c -> c.scope() == Characteristic.Scope.PERSON)
                    .forEach(c -> columns.addAll(columns(c)));
        }
        return new Table(
                name,
                file.text("title"),
                file.text("purpose", ""),
                file.text("grain", ""),
                columns,
                source(file),
                release(file));
    }

    private static Table.Release release(Part file) {
        if (!file.has("release")) {
            return Table.Release.ALL;
        }
        Part release = file.part("release");
        return new Table.Release(
                release.text("rows", "true"), release.textMap("cell"), release.text("adds_up", "false"));
    }

    private static Table.Shown shown(Part part) {
        return new Table.Shown(
                part.textOrNull("from"),
                part.textMap("cell"),
                part.texts("parts"),
                part.textOrNull("part_of"),
                part.text("empty", "'x'"),
                part.text("rows", "true"));
    }

    private static Table.@Nullable Source source(Part file) {
        if (!file.has("source")) {
            return null;
        }
        Part source = file.part("source");
        return new Table.Source(
                source.text("name"),
                source.number("preference"),
                source.text("date"),
                source.texts("identity"),
                source.flag("entitled"));
    }

    private static Column column(Part part) {
        return new Column(
                part.text("name"),
                part.word("type", Type.class, null),
                part.text("meaning", ""),
                part.has("identifies") ? part.word("identifies", Table.Identifies.class, null) : null,
                part.has("protect") ? part.word("protect", Protect.class, null) : null,
                part.texts("of"),
                part.flag("required"),
                shown(part));
    }

    private static List<Column> columns(Characteristic c) {
        Type type = c.many() ? Type.STRINGS : Type.STRING;
        String title = c.title().toLowerCase(Locale.ROOT);
        return List.of(
                new Column(
                        c.column(), type, "Code of " + title + ", the best of this person's records", null, List.of()),
                new Column(
                        c.column() + "_recorded",
                        type,
                        "Code of " + title + " as this record says it",
                        null,
                        List.of()),
                new Column(
                        c.column() + "_source",
                        Type.STRING,
                        "Which record " + title + " was taken from",
                        null,
                        List.of()));
    }
}
