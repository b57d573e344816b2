package equalities.cli;

import equalities.record.FileStandardiser;
import equalities.record.LayoutRecogniser;
import equalities.record.PersonKey;
import equalities.record.Reason;
import equalities.record.Recognition;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.UnreadableFile;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files before they are sent, by the same rules as the warehouse; nothing leaves the machine. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Checks files before they are sent: row, column, what is wrong and how to mend it. Exit 65: something is.")
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Spreadsheets or CSV files.")
    List<Path> files = List.of();

    @Option(names = "--period", paramLabel = "P", description = "The period (default: ${DEFAULT-VALUE}).")
    String period = "2025-26";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Specification specification = SpecificationReader.read(common.settings().path(Setting.SCHEMAS));
        boolean fine = true;
        for (Path file : files) {
            fine &= validate(file, specification);
        }
        ExitCode code = fine ? ExitCode.DONE : ExitCode.REFUSED;
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "validate", "exit", code.number()));
        summary.putAll(counts);
        System.out.println(Summaries.json(summary));
        return code.number();
    }

    private boolean validate(Path file, Specification specification) throws IOException {
        boolean recognised = false;
        long before = counts.getOrDefault("held", 0L);
        try (SourceFile source = SourceFile.open(file, String.valueOf(file.getFileName()))) {
            for (Sheet sheet : source.sheets()) {
                Recognition recognition = new LayoutRecogniser(specification).recognise(sheet);
                if (recognition instanceof Recognition.Recognised known) {
                    recognised = true;
                    say(file + ", " + sheet.name() + ": " + known.layout().title());
                    new FileStandardiser(specification, Register.NONE, new PersonKey(new byte[32]))
                            .read(sheet, known, "", period, this::tell);
                } else if (recognition instanceof Recognition.NotRecognised not) {
                    say(file + ", " + sheet.name() + ": " + not.message() + " " + not.fix());
                }
            }
        } catch (UnreadableFile e) {
            say(file + ": " + e.reason() + " " + e.fix());
        }
        return recognised && counts.getOrDefault("held", 0L) == before;
    }

    private void tell(RowOutcome outcome) {
        String what = outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        counts.merge(what, 1L, Long::sum);
        List<Reason> reasons = outcome instanceof RowOutcome.Held held
                ? held.reasons()
                : outcome instanceof RowOutcome.Accepted accepted ? accepted.warnings() : List.of();
        reasons.forEach(r -> say("  row " + r.rowNumber() + ", column " + r.columnLetter() + " '" + r.heading() + "', "
                + r.severity().word() + ": " + r.message() + " " + r.fix()));
    }

    private void say(String line) {
        if (!common.json) {
            System.out.println(line);
        }
    }
}
