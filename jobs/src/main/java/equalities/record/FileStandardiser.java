package equalities.record;

import equalities.spec.Layout;
import equalities.spec.Period;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All rows of a file, each with exactly one outcome. Exact repeats within the file are found by their fingerprints. */
public final class FileStandardiser {
    private final Specification specification;
    private final Register register;
    private final PersonKey key;

    public FileStandardiser(Specification specification, Register register, PersonKey key) {
        this.specification = specification;
        this.register = register;
        this.key = key;
    }

    /** The outcomes of a sheet's rows, one at a time. */
    public interface Outcomes extends AutoCloseable {
        /** The next row's outcome, or null behind the last. */
        @Nullable
        RowOutcome next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Reads one recognised sheet row by row. */
    public Outcomes open(Sheet sheet, Recognition.Recognised recognised, String provider, String period)
            throws IOException {
        Layout layout = recognised.layout();
        Set<String> contradicting = layout.sameKeyInOneFile() == Layout.SameKey.HOLD
                ? contradicting(sheet, recognised, provider, period)
                : Set.of();
        Set<String> seen = new HashSet<>();
        return new Reader(sheet.rows(), recognised, provider, period, outcome -> {
            if (!(outcome instanceof RowOutcome.Blank)
                    && !seen.add(print(outcome.row().cells()))) {
                return new RowOutcome.Repeated(outcome.row());
            }
            return contradicting.isEmpty() ? outcome : held(outcome, layout, contradicting);
        });
    }

    /** Reads one recognised sheet to its end. */
    public void read(
            Sheet sheet, Recognition.Recognised recognised, String provider, String period, Consumer<RowOutcome> to)
            throws IOException {
        try (Outcomes outcomes = open(sheet, recognised, provider, period)) {
            each(outcomes, to);
        }
    }

    private static void each(Outcomes outcomes, Consumer<RowOutcome> to) throws IOException {
        for (RowOutcome outcome = outcomes.next(); outcome != null; outcome = outcomes.next()) {
            to.accept(outcome);
        }
    }

    /** The rows behind the headings, standardised and judged. */
    private final class Reader implements Outcomes {
        private final Rows rows;
        private final long headerRow;
        private final RowStandardiser standardiser;
        private final UnaryOperator<RowOutcome> judge;

        Reader(
                Rows rows,
                Recognition.Recognised recognised,
                String provider,
                String period,
                UnaryOperator<RowOutcome> judge) {
            this.rows = rows;
            this.headerRow = recognised.headerRow();
            this.standardiser = new RowStandardiser(
                    specification,
                    recognised,
                    register,
                    key,
                    provider,
                    Period.of(period).firstDay());
            this.judge = judge;
        }

        @Override
        public @Nullable RowOutcome next() throws IOException {
            RawRow row = rows.next();
            while (row != null && row.rowNumber() <= headerRow) {
                row = rows.next();
            }
            return row == null ? null : judge.apply(standardiser.standardise(row));
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /** Keys for which the file has rows that say different things. */
    private Set<String> contradicting(Sheet sheet, Recognition.Recognised recognised, String provider, String period)
            throws IOException {
        Map<String, String> said = new HashMap<>();
        Set<String> found = new HashSet<>();
        try (Outcomes all = new Reader(sheet.rows(), recognised, provider, period, outcome -> outcome)) {
            each(all, outcome -> {
                if (outcome instanceof RowOutcome.Accepted accepted) {
                    String key = keyOf(accepted, recognised.layout());
                    String print = print(outcome.row().cells());
                    if (!print.equals(said.computeIfAbsent(key, k -> print))) {
                        found.add(key);
                    }
                }
            });
        }
        return found;
    }

    private RowOutcome held(RowOutcome outcome, Layout layout, Set<String> contradicting) {
        if (outcome instanceof RowOutcome.Accepted accepted && contradicting.contains(keyOf(accepted, layout))) {
            Reason reason = new Reason(
                    outcome.row().sheet(),
                    outcome.row().rowNumber(),
                    "",
                    String.join(", ", layout.key()),
                    "same key, different figures",
                    equalities.spec.RowRule.Severity.ERROR,
                    "The file has several rows for this key, and they say different things.",
                    "Leave the row that is right.");
            return new RowOutcome.Held(outcome.row(), List.of(reason));
        }
        return outcome;
    }

    private String keyOf(RowOutcome.Accepted accepted, Layout layout) {
        List<String> columns = StandardColumns.of(layout, specification).stream()
                .map(StandardColumns.StandardColumn::name)
                .toList();
        return print(layout.key().stream()
                .map(k -> String.valueOf(accepted.values().get(columns.indexOf(k))))
                .toList());
    }

    /** 128 bits of the texts' SHA-256. */
    private static String print(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update((Blanks.strip(text) + "\u0000").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
