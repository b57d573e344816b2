package equalities.record.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import equalities.record.FileStandardiser;
import equalities.record.LayoutRecogniser;
import equalities.record.PersonKey;
import equalities.record.Reason;
import equalities.record.Recognition;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.SpecificationException;
import equalities.spec.StandardColumns;
import equalities.spec.StandardColumns.StandardColumn;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The golden trio of a layout: {@code <layout>.example.csv}, and what becomes of its rows in {@code
 * <layout>.accepted.csv} and {@code <layout>.held.csv}. Standardised as a file of the period and provider below, with
 * the register in {@code schemas/returns/example-register}; pseudonyms are made with a key of 32 zero bytes.
 *
 * @param example the file as a provider would send it
 * @param accepted row number, canonical columns and staff counts of every accepted row, as CSV
 * @param held every row that is not accepted without a word, as CSV: row number, what became of it, and for each reason
 *     column letter, heading, rule, message and mend
 */
public record ExampleReturn(Path example, String accepted, String held) {
    private static final String PERIOD = "2025-26-Q1";
    private static final String PROVIDER = "EX1";

    /** The example file of a layout, whether it is there or not. */
    public static Path file(Path schemas, Layout layout) {
        return beside(schemas, layout, "example");
    }

    public static Path acceptedFile(Path schemas, Layout layout) {
        return beside(schemas, layout, "accepted");
    }

    public static Path heldFile(Path schemas, Layout layout) {
        return beside(schemas, layout, "held");
    }

    private static Path beside(Path schemas, Layout layout, String part) {
        return schemas.resolve("returns")
                .resolve(layout.returnName())
                .resolve(layout.name() + "." + part + ".csv")
                .normalize();
    }

    /**
     * Standardises the example of a layout.
     *
     * @throws SpecificationException when it is missing, or is recognised as something else
     */
    public static ExampleReturn read(Path schemas, Specification specification, Layout layout) throws IOException {
        Path file = file(schemas, layout);
        if (!Files.exists(file)) {
            throw new SpecificationException("The layout has no example " + schemas.relativize(file)
                    + ". Add one with typical rows, spellings and each kind of fault.");
        }
        Register register = Register.read(schemas.resolve("returns/example-register"));
        try (SourceFile source = SourceFile.open(file, String.valueOf(file.getFileName()))) {
            Sheet sheet = source.sheets().get(0);
            Recognition recognition = new LayoutRecogniser(specification).recognise(sheet);
            if (!(recognition instanceof Recognition.Recognised recognised)
                    || !recognised.layout().equals(layout)) {
                throw new SpecificationException("The example " + schemas.relativize(file)
                        + " is not recognised as its own layout. Give it the headings of the layout.");
            }
            Sheets sheets = new Sheets(specification, layout);
            new FileStandardiser(specification, register, new PersonKey(new byte[32]))
                    .read(sheet, recognised, PROVIDER, PERIOD, sheets::add);
            return new ExampleReturn(file, sheets.accepted.toString(), sheets.held.toString());
        }
    }

    /** The two results while they are written. */
    private static final class Sheets {
        private final StringWriter accepted = new StringWriter();
        private final StringWriter held = new StringWriter();
        private final List<Field.Workforce> staff;

        Sheets(Specification specification, Layout layout) {
            staff = layout.fields().stream()
                    .map(Field::workforce)
                    .filter(Objects::nonNull)
                    .toList();
            List<String> headings = new ArrayList<>(List.of("row_number"));
            StandardColumns.of(layout, specification).stream()
                    .map(StandardColumn::name)
                    .forEach(headings::add);
            staff.forEach(s -> headings.add("staff " + s.characteristic() + " " + s.code()));
            line(accepted, headings);
            line(held, List.of("row_number", "outcome", "column_letter", "heading", "rule", "message", "fix"));
        }

        void add(RowOutcome outcome) {
            String row = String.valueOf(outcome.row().rowNumber());
            if (outcome instanceof RowOutcome.Accepted one) {
                List<@Nullable Object> counts = new ArrayList<>();
                staff.forEach(s -> counts.add(one.workforce().get(s)));
                line(
                        accepted,
                        Stream.concat(Stream.of(row), Stream.concat(one.values().stream(), counts.stream()))
                                .map(Sheets::text)
                                .toList());
                one.warnings().forEach(reason -> line(held, cells(row, "accepted", reason)));
            } else if (outcome instanceof RowOutcome.Held one) {
                one.reasons().forEach(reason -> line(held, cells(row, "held", reason)));
            } else {
                String what = outcome instanceof RowOutcome.Blank ? "blank" : "repeated";
                line(held, List.of(row, what, "", "", "", "", ""));
            }
        }

        private static List<String> cells(String row, String outcome, Reason reason) {
            return List.of(
                    row,
                    outcome,
                    reason.columnLetter(),
                    reason.heading(),
                    reason.rule(),
                    reason.message(),
                    reason.fix());
        }

        private static String text(@Nullable Object value) {
            return value == null
                    ? ""
                    : value instanceof List<?> list
                            ? String.join(
                                    "; ", list.stream().map(String::valueOf).toList())
                            : value.toString();
        }

        private static void line(StringWriter to, List<String> cells) {
            try (CsvWriter writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to)) {
                writer.writeRecord(cells);
            } catch (IOException impossible) {
                throw new UncheckedIOException("text in memory can be written", impossible);
            }
        }
    }
}
