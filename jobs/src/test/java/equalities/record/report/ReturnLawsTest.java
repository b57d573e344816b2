package equalities.record.report;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.record.FileContents;
import equalities.record.FileStandardiser;
import equalities.record.LayoutRecogniser;
import equalities.record.PersonKey;
import equalities.record.RawRow;
import equalities.record.Reason;
import equalities.record.Recognition.Recognised;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.Rows;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.bytes.FileBytes;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Laws that hold for every file, whatever is in it. The examples of all layouts, mutated, stand for every file. */
class ReturnLawsTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");
    private static final Specification SPECIFICATION = SpecificationReader.read(SCHEMAS);
    private static final LayoutRecogniser RECOGNISER = new LayoutRecogniser(SPECIFICATION);
    private static final List<String> EXAMPLES =
            SPECIFICATION.layouts().stream().map(ReturnLawsTest::example).toList();
    private static final FileStandardiser STANDARDISER =
            new FileStandardiser(SPECIFICATION, register(), new PersonKey(new byte[32]));
    private static final Path FILE = temporary();

    @AfterContainer
    static void tidy() throws IOException {
        Files.deleteIfExists(FILE);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void every_row_behind_the_headings_has_exactly_one_outcome(@ForAll long seed) throws IOException {
        write(Mutations.of(someRows(seed), seed));
        List<RowOutcome> outcomes = new ArrayList<>();
        List<RawRow> rows = new ArrayList<>();
        read(outcomes, rows);
        assertThat(outcomes.stream().map(RowOutcome::row).toList()).isEqualTo(rows);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_held_row_has_a_reason_with_rule_message_and_mend_and_its_own_row_number(@ForAll long seed)
            throws IOException {
        write(Mutations.of(EXAMPLES.get(Math.floorMod((int) seed, EXAMPLES.size())), seed));
        List<RowOutcome> outcomes = new ArrayList<>();
        read(outcomes, new ArrayList<>());
        for (RowOutcome outcome : outcomes) {
            if (outcome instanceof RowOutcome.Held held) {
                assertThat(held.reasons()).isNotEmpty();
                assertThat(held.reasons()).allSatisfy(r -> {
                    assertThat(List.of(r.rule(), r.message(), r.fix())).doesNotContain("");
                    assertThat(r.rowNumber()).isEqualTo(held.row().rowNumber());
                });
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void the_order_of_the_rows_changes_nothing_but_their_numbers(@ForAll long seed) throws IOException {
        String example = EXAMPLES.get(Math.floorMod((int) seed, EXAMPLES.size()));
        List<String> lines = new ArrayList<>(example.lines().toList());
        write(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<String> before = told();
        Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
        write(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(told()).isEqualTo(before);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void reading_a_file_again_tells_the_same(@ForAll long seed) throws IOException {
        write(Mutations.of(EXAMPLES.get(Math.floorMod((int) seed, EXAMPLES.size())), seed));
        assertThat(told()).isEqualTo(told());
    }

    /** The headings of an example and five of its rows. */
    private static String someRows(long seed) {
        List<String> lines =
                EXAMPLES.get(Math.floorMod((int) seed, EXAMPLES.size())).lines().toList();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(lines.get(0));
        for (int i = 0; i < 5; i++) {
            text.append('\n').append(lines.get(1 + random.nextInt(lines.size() - 1)));
        }
        return text.toString();
    }

    /** What became of the rows, without their numbers, in no order. */
    private static List<String> told() throws IOException {
        List<RowOutcome> outcomes = new ArrayList<>();
        read(outcomes, new ArrayList<>());
        return outcomes.stream().map(ReturnLawsTest::told).sorted().toList();
    }

    private static String told(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Accepted row) {
            return "accepted " + row.values() + row.workforce() + rules(row.warnings());
        }
        return outcome instanceof RowOutcome.Held row
                ? "held " + rules(row.reasons())
                : outcome.getClass().getSimpleName();
    }

    private static List<String> rules(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> r.columnLetter() + r.heading() + r.rule() + r.message() + r.fix())
                .toList();
    }

    /**
     * The outcomes of all tables that are returns, and the rows behind their headings, but for headings again, as on each
     * printed page, and for blank rows between two tables; nothing of a file set aside.
     */
    private static void read(List<RowOutcome> outcomes, List<RawRow> rows) throws IOException {
        FileContents contents = FileContents.of(FileBytes.of(FILE), "return.csv", RECOGNISER);
        if (contents instanceof FileContents.Returns returns) {
            List<Recognised> tables = returns.sheets();
            try (SourceFile source = SourceFile.open(FILE, "return.csv")) {
                Sheet sheet = source.sheets().get(0);
                for (Recognised table : tables) {
                    STANDARDISER.read(sheet, table, "EX1", "2025-26-Q1", outcomes::add);
                }
                try (Rows all = sheet.rows()) {
                    for (RawRow row = all.next(); row != null; row = all.next()) {
                        if (isOfATable(row, tables)) {
                            rows.add(row);
                        }
                    }
                }
            }
            if (tables.size() > 1) {
                outcomes.removeIf(o -> o.row().isBlank());
                rows.removeIf(RawRow::isBlank);
            }
        }
    }

    private static boolean isOfATable(RawRow row, List<Recognised> tables) {
        return row.rowNumber() > tables.get(0).headerRow()
                && tables.stream()
                        .noneMatch(t ->
                                t.headerRow() == row.rowNumber() || row.cells().equals(t.headings()));
    }

    private static void write(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
    }

    private static String example(Layout layout) {
        try {
            return Files.readString(ExampleReturn.file(SCHEMAS, layout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Register register() {
        try {
            return Register.read(SCHEMAS.resolve("returns/example-register"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("return", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
