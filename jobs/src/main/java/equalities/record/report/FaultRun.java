package equalities.record.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Faults of rows that follow each other and say the same, told once.
 *
 * @param sheet named where the file has several sheets that are read, else blank
 * @param rows {@code 14}, or {@code 14 to 17}
 * @param found what is written in each of the cells
 * @param message what it says beyond the cause's
 * @param fix what it says beyond the cause's
 */
public record FaultRun(String sheet, String rows, String found, String message, String fix) {

    /** The faults of a cause in runs, one at a time. */
    static Iterator<FaultRun> of(Cause cause, boolean nameSheets) {
        return new Runs(cause, nameSheets);
    }

    /** The first runs, at most so many. */
    static List<FaultRun> head(Cause cause, boolean nameSheets, int most) {
        List<FaultRun> head = new ArrayList<>();
        for (Iterator<FaultRun> all = of(cause, nameSheets); all.hasNext() && head.size() < most; ) {
            head.add(all.next());
        }
        return head;
    }

    private static final class Runs implements Iterator<FaultRun> {
        private final Cause cause;
        private final boolean nameSheets;
        private final Iterator<RowFault> faults;
        private @Nullable RowFault ahead;

        Runs(Cause cause, boolean nameSheets) {
            this.cause = cause;
            this.nameSheets = nameSheets;
            this.faults = cause.faults();
            this.ahead = faults.hasNext() ? faults.next() : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public FaultRun next() {
            RowFault first = ahead;
            if (first == null) {
                throw new NoSuchElementException();
            }
            RowFault last = first;
            ahead = faults.hasNext() ? faults.next() : null;
            while (ahead != null && follows(ahead, last)) {
                last = ahead;
                ahead = faults.hasNext() ? faults.next() : null;
            }
            return run(first, last.reason().rowNumber());
        }

        private static boolean follows(RowFault next, RowFault last) {
            return next.reason().rowNumber() == last.reason().rowNumber() + 1
                    && next.reason().sheet().equals(last.reason().sheet())
                    && next.found().equals(last.found())
                    && next.reason().message().equals(last.reason().message())
                    && next.reason().fix().equals(last.reason().fix());
        }

        private FaultRun run(RowFault first, long lastRow) {
            long firstRow = first.reason().rowNumber();
            String message = first.reason().message();
            String fix = first.reason().fix();
            return new FaultRun(
                    nameSheets ? first.reason().sheet() : "",
                    firstRow == lastRow ? Long.toString(firstRow) : firstRow + " to " + lastRow,
                    first.found(),
                    beyond(message, cause.message()),
                    beyond(fix, cause.fix()));
        }

        private static String beyond(String text, String known) {
            return text.startsWith(known) ? text.substring(known.length()).strip() : text;
        }
    }
}
