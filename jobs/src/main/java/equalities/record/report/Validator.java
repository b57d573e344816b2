package equalities.record.report;

import equalities.record.FileContents;
import equalities.record.FileStandardiser;
import equalities.record.LayoutRecogniser;
import equalities.record.PersonKey;
import equalities.record.Recognition.Recognised;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.TimeLimit;
import equalities.record.UnreadableFile;
import equalities.record.WatchedOutcomes;
import equalities.record.WatchedOutcomes.Opening;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges files by the rules of the warehouse and keeps nothing of them but the report. */
public final class Validator {
    /** Before all dates, so that an age is taken on the row's own date. */
    private static final String NO_PERIOD = "0001-01";

    private final Specification specification;
    private final LayoutRecogniser recogniser;
    private final FileStandardiser standardiser;
    private final Asked asked;
    private final TimeLimit limit;

    /**
     * Who sends what for when, as far as it is known.
     *
     * @param register {@link Register#NONE} when there is none to check against
     */
    public record Asked(Optional<String> period, Optional<String> provider, Register register) {
        /** What cannot be checked without knowing more, in sentences. */
        List<String> notChecked() {
            List<String> all = new ArrayList<>();
            if (!register.checked()) {
                all.add("Whether sites and provider are registered: name the register with --register FOLDER.");
            }
            if (period.isEmpty()) {
                all.add("Ages at the start of the period: name the period with --period, such as 2025-26-Q1.");
            }
            if (provider.isEmpty()) {
                all.add("Spellings agreed with one provider: name the provider with --provider.");
            }
            all.add("Rules over several files and what was sent before: the centre checks them when it has all files.");
            return all;
        }
    }

    /** @param limit of each file */
    public Validator(Specification specification, Asked asked, TimeLimit limit) {
        this.specification = specification;
        this.recogniser = new LayoutRecogniser(specification);
        this.standardiser = new FileStandardiser(specification, asked.register(), new PersonKey(new byte[32]));
        this.asked = asked;
        this.limit = limit;
    }

    /** What happens to the rows of a file while they stream by. */
    interface Rows {
        /** A sheet begins; its raw rows may be asked for. */
        void sheet(Sheet sheet, Recognised recognised) throws IOException;

        void row(RowOutcome outcome) throws IOException;
    }

    /**
     * Reads a file to its end, or until it took longer than it may.
     *
     * @param fileName the name that its sender gave it
     * @param spill keeps the list of faults; the report can be read until it is closed
     */
    public FileReport validate(FileBytes file, String fileName, Spill spill) throws IOException {
        FileReportBuilder report = new FileReportBuilder(fileName, spill);
        Duration atMost = limit.of(file.size());
        FileContents contents = FileContents.of(file, fileName, recogniser, atMost);
        if (contents instanceof FileContents.Returns returns) {
            try {
                each(file, fileName, returns.sheets(), report, opening -> WatchedOutcomes.of(opening, atMost));
            } catch (UnreadableFile e) {
                return FileReport.setAside(fileName, e.reason(), e.fix(), null);
            }
            List<String> notChecked = new ArrayList<>(returns.notRead());
            notChecked.addAll(asked.notChecked());
            return report.build(notChecked);
        }
        FileContents.SetAside nothing = (FileContents.SetAside) contents;
        return FileReport.setAside(fileName, nothing.reason(), nothing.fix(), nothing.draft());
    }

    /**
     * Writes the file as a workbook for its sender, with what is wrong marked in place.
     *
     * @param report of the same file
     * @param submission the SHA-256 of the file's bytes
     * @return whether there was anything to write: a file that is set aside has no rows to mark
     */
    public boolean writeWorkbook(FileBytes file, FileReport report, String submission, OutputStream to)
            throws IOException {
        FileContents contents = FileContents.of(file, report.fileName(), recogniser);
        if (!(contents instanceof FileContents.Returns returns)) {
            return false;
        }
        try (MendingWorkbook workbook = new MendingWorkbook(specification, submission, to)) {
            workbook.cover(report);
            each(file, report.fileName(), returns.sheets(), workbook, Opening::open);
        }
        return true;
    }

    /** How the rows of a sheet are had: by this thread, or by one that is watched. */
    @FunctionalInterface
    private interface Reading {
        FileStandardiser.Outcomes of(Opening opening) throws IOException;
    }

    private void each(FileBytes file, String fileName, List<Recognised> sheets, Rows to, Reading reading)
            throws IOException {
        try (SourceFile source = SourceFile.open(file, fileName)) {
            for (Recognised recognised : sheets) {
                Sheet sheet = source.sheets().stream()
                        .filter(s -> s.name().equals(recognised.sheet()))
                        .findFirst()
                        .orElseThrow();
                to.sheet(sheet, recognised);
                each(sheet, recognised, to, reading);
            }
        }
    }

    private void each(Sheet sheet, Recognised recognised, Rows to, Reading reading) throws IOException {
        String provider = asked.provider().orElse("");
        String period = asked.period().orElse(NO_PERIOD);
        try (FileStandardiser.Outcomes outcomes =
                reading.of(() -> standardiser.open(sheet, recognised, provider, period))) {
            for (RowOutcome row = outcomes.next(); row != null; row = outcomes.next()) {
                to.row(row);
            }
        }
    }
}
