package equalities.record.report;

import equalities.record.Recognition;
import equalities.spec.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file.
 *
 * @param reason why the file is set aside, or null
 * @param fix how to mend that, or null
 * @param draft a layout in YAML by which the file could be read, where no layout fits, or null
 * @param sheets the sheets that were read as returns
 * @param causes faults of the same kind together, the worst first
 * @param notChecked what could not be checked here, in sentences
 */
public record FileReport(
        String fileName,
        @Nullable String reason,
        @Nullable String fix,
        @Nullable String draft,
        List<SheetRead> sheets,
        RowsByOutcome rows,
        List<Cause> causes,
        List<String> notChecked) {

    /** A sheet that was read as a return. */
    public record SheetRead(String sheet, String title, String returnName, String layout, long headerRow) {
        static SheetRead of(Recognition.Recognised recognised) {
            Layout layout = recognised.layout();
            return new SheetRead(
                    recognised.sheet(), layout.title(), layout.returnName(), layout.name(), recognised.headerRow());
        }
    }

    /**
     * Rows by what becomes of them.
     *
     * @param noRecords of the held rows, the titles, notes and sums, which nobody needs to mend
     * @param warned of the accepted rows, those with a word of warning
     */
    public record RowsByOutcome(long accepted, long held, long noRecords, long repeated, long blank, long warned) {
        public long seen() {
            return accepted + held + repeated + blank;
        }

        /** Held rows that somebody has to mend. */
        public long toMend() {
            return held - noRecords;
        }

        /** Rows with anything in them. */
        public long filled() {
            return seen() - blank;
        }
    }

    /** How a file stands. */
    public enum Status {
        PASSED("passed"),
        PASSED_WITH_WARNINGS("passed with warnings"),
        ROWS_HELD("rows held"),
        SET_ASIDE("set aside"),
        NOTHING_TO_CHECK("nothing to check");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether the file may be sent as it is. */
        public boolean isFine() {
            return this == PASSED || this == PASSED_WITH_WARNINGS;
        }
    }

    public FileReport {
        sheets = List.copyOf(sheets);
        causes = List.copyOf(causes);
        notChecked = List.copyOf(notChecked);
    }

    /** A file that is not read at all. */
    public static FileReport setAside(String fileName, String reason, String fix, @Nullable String draft) {
        RowsByOutcome none = new RowsByOutcome(0, 0, 0, 0, 0, 0);
        return new FileReport(fileName, reason, fix, draft, List.of(), none, List.of(), List.of());
    }

    /** A file without a filled row has not passed: nothing was there to check. */
    public Status status() {
        if (reason != null) {
            return Status.SET_ASIDE;
        } else if (rows.filled() == 0) {
            return Status.NOTHING_TO_CHECK;
        } else if (rows.toMend() > 0) {
            return Status.ROWS_HELD;
        }
        return rows.warned() + rows.noRecords() > 0 ? Status.PASSED_WITH_WARNINGS : Status.PASSED;
    }
}
