package equalities.record;

import equalities.spec.Layout;
import equalities.spec.Period;
import equalities.spec.Specification;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows of a file, each with exactly one outcome. Exact repeats within the file are found by their fingerprints.
 * For one thread. */
public final class FileStandardiser {
    private static final int MOST_KEYS = 1_000_000;

    private final Specification specification;
    private final Register register;
    private final PersonKey key;
    private final Map<String, Coders> coders = new HashMap<>();

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
        RepeatedRows repeated = new RepeatedRows(() -> TableRows.of(sheet, recognised), RepeatedRows.MOST);
        return new Reader(TableRows.of(sheet, recognised), recognised, provider, period, outcome -> {
            if (!(outcome instanceof RowOutcome.Blank) && repeated.add(outcome.row())) {
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
            each(outcomes, outcome -> {
                to.accept(outcome);
                return true;
            });
        }
    }

    private static void each(Outcomes outcomes, Predicate<RowOutcome> goOn) throws IOException {
        RowOutcome outcome = outcomes.next();
        while (outcome != null && goOn.test(outcome)) {
            outcome = outcomes.next();
        }
    }

    /** What a row's outcome becomes beside the other rows. */
    private interface Judge {
        RowOutcome of(RowOutcome outcome) throws IOException;
    }

    /** The rows behind the headings, standardised and judged. */
    private final class Reader implements Outcomes {
        private final Rows rows;
        private final RowStandardiser standardiser;
        private final Judge judge;

        Reader(Rows rows, Recognition.Recognised recognised, String provider, String period, Judge judge) {
            this.rows = rows;
            this.standardiser = new RowStandardiser(
                    specification,
                    recognised,
                    register,
                    key,
                    coders.computeIfAbsent(provider, p -> new Coders(specification, p)),
                    Period.of(period).firstDay());
            this.judge = judge;
        }

        @Override
        public @Nullable RowOutcome next() throws IOException {
            RawRow row = rows.next();
            return row == null ? null : judge.of(standardiser.standardise(row));
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /** Keys for which the file has rows that say different things. */
    private Set<String> contradicting(Sheet sheet, Recognition.Recognised recognised, String provider, String period)
            throws IOException {
        Map<String, Print> said = new HashMap<>();
        Set<String> found = new HashSet<>();
        try (Outcomes all =
                new Reader(TableRows.of(sheet, recognised), recognised, provider, period, outcome -> outcome)) {
            each(all, outcome -> {
                if (outcome instanceof RowOutcome.Accepted accepted) {
                    Print print = Print.of(outcome.row().cells());
                    if (!print.equals(said.computeIfAbsent(accepted.key(), k -> print))) {
                        found.add(accepted.key());
                    }
                }
                return said.size() <= MOST_KEYS;
            });
        }
        if (said.size() > MOST_KEYS) {
            throw new UnreadableFile(
                    "The file has more than a million different rows, as no return of this kind has.",
                    "Send it in parts.");
        }
        return found;
    }

    private RowOutcome held(RowOutcome outcome, Layout layout, Set<String> contradicting) {
        if (outcome instanceof RowOutcome.Accepted accepted && contradicting.contains(accepted.key())) {
            Reason reason = new Reason(
                    outcome.row().sheet(),
                    outcome.row().rowNumber(),
                    "",
                    String.join(", ", layout.key()),
                    "same key, different figures",
                    equalities.spec.RowRule.Severity.ERROR,
                    "The file has several rows for this key, and they say different things.",
                    "Leave the row that is right.");
            return new RowOutcome.Held(outcome.row(), List.of(reason), accepted.key());
        }
        return outcome;
    }
}
