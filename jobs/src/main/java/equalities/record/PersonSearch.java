package equalities.record;

import equalities.record.bytes.FileBytes;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Period;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds a person's rows in a file of any format that is read: by NHS number however it is written, by what the provider
 * calls the person, by the keyed hash that linked a row without a number. A number that stands in another person's row,
 * in free text, is found as a mention. For one thread.
 */
public final class PersonSearch {
    private final Specification specification;
    private final LayoutRecogniser recogniser;
    private final PersonKey key;
    private final Wanted wanted;
    private final Predicate<String> mentioned;
    private final boolean heldRows;

    /** @param heldRows whether every row that is held is looked for as well */
    public PersonSearch(Specification specification, PersonKey key, Wanted wanted, boolean heldRows) {
        this.specification = specification;
        this.recogniser = new LayoutRecogniser(specification);
        this.key = key;
        this.wanted = wanted;
        this.mentioned = wanted.mentioned();
        this.heldRows = heldRows;
    }

    /**
     * What a file has of the person.
     *
     * @param numbers the NHS numbers that its rows of the person have
     * @param rows the numbers of these rows
     */
    public record Found(List<PlaceInFile> places, Set<String> numbers, Set<Long> rows) {}

    /**
     * Reads a file to its end.
     *
     * @throws UnreadableFile when it is in no format that is read
     */
    public Found search(FileBytes file, String fileName, String provider, String period, Register register)
            throws IOException {
        Found found = new Found(new ArrayList<>(), new HashSet<>(), new HashSet<>());
        List<Recognition.Recognised> tables =
                FileContents.of(file, fileName, recogniser) instanceof FileContents.Returns returns
                        ? returns.sheets()
                        : List.of();
        try (SourceFile source = SourceFile.open(file, fileName)) {
            List<Sheet> sheets = source.sheets();
            for (int i = 0; i < sheets.size(); i++) {
                Sheet sheet = sheets.get(i);
                Set<Long> read = new HashSet<>();
                for (Recognition.Recognised table : tables) {
                    if (table.sheet().equals(sheet.name())) {
                        new TableSearch(i, table, provider, period, register, found, read).search(sheet);
                    }
                }
                searchElsewhere(i, sheet, read, found);
            }
        }
        return found;
    }

    /** Rows that are in no table: there a row with the number is taken for the person's. */
    private void searchElsewhere(int index, Sheet sheet, Set<Long> read, Found found) throws IOException {
        try (Rows rows = sheet.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (!read.contains(row.rowNumber()) && row.cells().stream().anyMatch(mentioned)) {
                    found.places().add(PlaceInFile.row(index, row.rowNumber()));
                    found.rows().add(row.rowNumber());
                }
            }
        }
    }

    /** One table of one file. */
    private final class TableSearch {
        private final int sheet;
        private final Recognition.Recognised table;
        private final String provider;
        private final String period;
        private final RowStandardiser standardiser;
        private final List<Field> identities;
        private final int linkColumn;
        private final Found found;
        private final Set<Long> read;

        TableSearch(
                int sheet,
                Recognition.Recognised table,
                String provider,
                String period,
                Register register,
                Found found,
                Set<Long> read) {
            this.sheet = sheet;
            this.table = table;
            this.provider = provider;
            this.period = period;
            this.found = found;
            this.read = read;
            this.standardiser = new RowStandardiser(
                    specification,
                    table,
                    register,
                    key,
                    new Coders(specification, provider),
                    Period.of(period).firstDay());
            this.identities = identities(table.layout());
            this.linkColumn = StandardColumns.of(table.layout(), specification).stream()
                    .map(StandardColumns.StandardColumn::name)
                    .toList()
                    .indexOf(table.layout().pseudonyms().stream()
                            .map(Layout.Pseudonym::column)
                            .findFirst()
                            .orElse(""));
        }

        void search(Sheet from) throws IOException {
            try (Rows rows = TableRows.of(from, table)) {
                for (RawRow row = rows.next(); row != null; row = rows.next()) {
                    if (!table.extent().onItsSide()) {
                        read.add(row.rowNumber());
                    }
                    look(row);
                }
            }
        }

        private void look(RawRow row) {
            boolean names = row.cells().stream().anyMatch(mentioned);
            if (isWanted(row) || names && !isAnothers(row) || isOtherwiseWanted(row)) {
                found.places().add(PlaceInFile.record(sheet, row, table.extent()));
                found.rows().add(row.rowNumber());
                identities.stream()
                        .map(f -> Wanted.digits(cell(row, f)))
                        .filter(n -> n != null)
                        .forEach(found.numbers()::add);
            } else if (names) {
                found.places().add(PlaceInFile.mention(sheet, row.rowNumber()));
            }
        }

        private boolean isWanted(RawRow row) {
            return identities.stream()
                    .map(f -> cell(row, f))
                    .anyMatch(written -> wanted.identifiers().contains(Wanted.identifier(provider, written))
                            || wanted.numbers().contains(String.valueOf(Wanted.digits(written))));
        }

        /** The row has the number of somebody else where its person's number stands. */
        private boolean isAnothers(RawRow row) {
            return identities.stream()
                    .filter(Field::pseudonym)
                    .map(f -> Parsers.nhsNumber(cell(row, f)))
                    .anyMatch(number -> number != null && !wanted.numbers().contains(number));
        }

        private boolean isOtherwiseWanted(RawRow row) {
            if (!heldRows && wanted.links().isEmpty()) {
                return false;
            }
            RowOutcome outcome = standardiser.standardise(row);
            return outcome instanceof RowOutcome.Accepted accepted
                    ? linkColumn >= 0
                            && !isAnothers(row)
                            && wanted.links()
                                    .contains(Wanted.link(
                                            period,
                                            provider,
                                            String.valueOf(accepted.values().get(linkColumn))))
                    : heldRows && outcome instanceof RowOutcome.Held;
        }

        private String cell(RawRow row, Field field) {
            return row.cell(table.columns().getOrDefault(field, -1)).toLowerCase(Locale.ROOT);
        }
    }

    /** The fields that say who the person is: of a layout about people, the pseudonym and the provider's own key. */
    private List<Field> identities(Layout layout) {
        boolean people = specification.table(layout.fills()).source() != null;
        return layout.fields().stream()
                .filter(f -> people && (f.pseudonym() || layout.key().contains(String.valueOf(f.column()))))
                .filter(f ->
                        f.format() == null && f.type() == Field.Type.STRING && f.codelist() == null || f.pseudonym())
                .toList();
    }
}
