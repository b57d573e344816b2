package equalities.record;

import equalities.record.Recognition.Recognised;
import equalities.record.bytes.FileBytes;
import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Specification;
import equalities.spec.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the coded columns of files and is not understood, counted, with the nearest codes. */
public final class NotUnderstood {
    private final Specification specification;
    private final LayoutRecogniser recogniser;
    private final Map<Key, Long> times = new HashMap<>();

    public NotUnderstood(Specification specification) {
        this.specification = specification;
        this.recogniser = new LayoutRecogniser(specification);
    }

    private record Key(String list, String spelling) {}

    /**
     * One spelling.
     *
     * @param spelling normalised
     * @param times in how many cells it stands
     * @param nearest what it may mean, the nearest first
     */
    public record Entry(String list, String spelling, long times, List<Suggestion> nearest) {}

    /**
     * Reads one file; a file of no known layout has nothing to tell.
     *
     * @param provider whose own spellings count, blank when it is not known
     */
    public void read(FileBytes file, String fileName, String provider) throws IOException {
        if (FileContents.of(file, fileName, recogniser) instanceof FileContents.Returns returns) {
            Coders coders = new Coders(specification, provider);
            try (SourceFile source = SourceFile.open(file, fileName)) {
                for (Sheet sheet : source.sheets()) {
                    for (Recognised recognised : returns.sheets()) {
                        if (recognised.sheet().equals(sheet.name())) {
                            read(sheet, recognised, coders);
                        }
                    }
                }
            }
        }
    }

    /** The most frequent first. */
    public List<Entry> entries() {
        Map<String, Suggester> suggesters = new HashMap<>();
        return times.entrySet().stream()
                .map(e -> new Entry(
                        e.getKey().list(),
                        e.getKey().spelling(),
                        e.getValue(),
                        suggesters
                                .computeIfAbsent(e.getKey().list(), list -> new Suggester(specification.codeList(list)))
                                .nearest(e.getKey().spelling())))
                .sorted(Comparator.comparingLong(Entry::times)
                        .reversed()
                        .thenComparing(Entry::list)
                        .thenComparing(Entry::spelling))
                .toList();
    }

    private void read(Sheet sheet, Recognised recognised, Coders coders) throws IOException {
        try (Rows rows = TableRows.of(sheet, recognised)) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                read(row, recognised, coders);
            }
        }
    }

    private void read(RawRow row, Recognised recognised, Coders coders) {
        recognised.columns().forEach((field, column) -> {
            String cell = row.cell(column);
            Optional<String> list = list(row, recognised, coders, field);
            if (list.isPresent() && !cell.isEmpty() && !isKnown(recognised, field, cell)) {
                Coder coder = coders.of(list.get());
                for (String part : field.many() ? coder.parts(cell, field.separators()) : List.of(cell)) {
                    count(coder, list.get(), part);
                }
            }
        });
    }

    private static boolean isKnown(Recognised recognised, Field field, String cell) {
        return recognised.layout().missingValues().contains(cell)
                || field.values().containsKey(cell)
                || field.reverse().containsKey(Words.normalise(cell));
    }

    /** The list that codes a cell; of a count, that of the characteristic named in its row. */
    private Optional<String> list(RawRow row, Recognised recognised, Coders coders, Field field) {
        if (field.characteristic() != null) {
            return Optional.of(
                    specification.characteristic(field.characteristic()).codelist());
        }
        if (field.codedBy() == null) {
            return Optional.ofNullable(field.codelist());
        }
        return recognised.columns().entrySet().stream()
                .filter(e -> field.codedBy().equals(e.getKey().column()))
                .findFirst()
                .map(e -> coders.of(e.getKey().codelist()).code(row.cell(e.getValue())))
                .map(specification.characteristics()::get)
                .map(Characteristic::codelist);
    }

    private void count(Coder coder, String list, String part) {
        if (coder.code(part) == null && coder.group(part) == null && coder.whyNot(part) == null) {
            String spelling = Words.normalise(part);
            if (!spelling.isEmpty()) {
                times.merge(new Key(list, spelling), 1L, Long::sum);
            }
        }
    }
}
