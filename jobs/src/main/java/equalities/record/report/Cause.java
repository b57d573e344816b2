package equalities.record.report;

import equalities.record.Reason;
import equalities.spec.RowRule.Severity;
import java.io.IOException;
import java.util.Iterator;

/** All faults of a file with the same column, rule and severity. The list of them is on disk. */
public final class Cause {
    /** What makes two faults the same cause. */
    record Key(String columnLetter, String heading, String rule, Severity severity) {
        static Key of(Reason reason) {
            return new Key(reason.columnLetter(), reason.heading(), reason.rule(), reason.severity());
        }
    }

    private final Reason first;
    private final Spill.Entries entries;
    private String message;
    private String fix;
    private long count;
    private long held;

    Cause(Reason first, Spill spill) {
        this.first = first;
        this.message = first.message();
        this.fix = first.fix();
        this.entries = spill.entries();
    }

    void add(RowFault fault) throws IOException {
        Reason r = fault.reason();
        message = shared(message, r.message());
        fix = shared(fix, r.fix());
        count++;
        held += fault.held() ? 1 : 0;
        entries.add(
                r.sheet(),
                Long.toString(r.rowNumber()),
                r.message().equals(first.message()) ? "" : r.message(),
                r.fix().equals(first.fix()) ? "" : r.fix(),
                fault.found(),
                fault.held() ? "held" : "");
    }

    /** The first fault's reason: column, heading and rule are those of all. */
    public Reason first() {
        return first;
    }

    /** What was found, as far as all faults say the same. */
    public String message() {
        return message;
    }

    /** The mend, as far as it is the same for all faults. */
    public String fix() {
        return fix;
    }

    /** The sentences that two texts begin with alike; the first of them where there are none. */
    private static String shared(String one, String other) {
        if (other.startsWith(one)) {
            return one;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int end = one.lastIndexOf(". ", same - 1);
        return end < 0 ? one : one.substring(0, end + 1);
    }

    /** How many faults there are. */
    public long count() {
        return count;
    }

    /** How many of them stand in rows that are held. */
    public long held() {
        return held;
    }

    public boolean isError() {
        return first.severity() == Severity.ERROR;
    }

    /** Whether its rows are no records, so that nothing needs mending. */
    public boolean isNote() {
        return first.severity() == Severity.NOTE;
    }

    /** Every fault, in the order of the rows. */
    public Iterator<RowFault> faults() {
        Iterator<String[]> all = entries.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public RowFault next() {
                return fault(all.next());
            }
        };
    }

    private RowFault fault(String[] entry) {
        Reason reason = new Reason(
                entry[0],
                Long.parseLong(entry[1]),
                first.columnLetter(),
                first.heading(),
                first.rule(),
                first.severity(),
                entry[2].isEmpty() ? first.message() : entry[2],
                entry[3].isEmpty() ? first.fix() : entry[3]);
        return new RowFault(reason, entry[4], !entry[5].isEmpty());
    }
}
