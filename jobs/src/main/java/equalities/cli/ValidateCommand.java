package equalities.cli;

import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.ZoneFiles;
import equalities.record.Register;
import equalities.record.bytes.FileBytes;
import equalities.record.report.FileReport;
import equalities.record.report.ReportHtml;
import equalities.record.report.ReportJson;
import equalities.record.report.ReportText;
import equalities.record.report.Spill;
import equalities.record.report.Validator;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.receive.Archive;
import equalities.stage.receive.Registration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files before they are sent, by the same rules as the warehouse; nothing leaves the machine. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks files before they are sent: row, column, what is wrong and how to mend it."
                + " Exit 0: they can be sent; 65: something needs mending, or there was nothing to check.")
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Spreadsheets or CSV files.")
    List<Path> files = List.of();

    @Option(names = "--period", paramLabel = "P", description = "The period they are for, such as 2025-26-Q1.")
    @Nullable
    String period;

    @Option(names = "--provider", paramLabel = "CODE", description = "The provider who sends them.")
    @Nullable
    String provider;

    @Option(
            names = "--register",
            paramLabel = "FOLDER",
            description = "The folder with the period's providers.csv and sites.csv.")
    @Nullable
    Path register;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write the report as one page.")
    @Nullable
    Path html;

    @Option(
            names = "--workbook",
            paramLabel = "OUT",
            description = "Also write the file as a workbook with the wrong cells marked; takes one FILE.")
    @Nullable
    Path workbook;

    @Override
    public Integer call() throws IOException {
        refuseWhatIsNoFile();
        Settings settings = common.settings();
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        Validator.Asked asked = asked();
        Validator validator = new Validator(specification, asked, settings.fileLimit());
        try (Spill spill = Spill.open()) {
            List<FileReport> reports = new ArrayList<>();
            for (Path file : files) {
                reports.addAll(reports(file, validator, refusal(asked), spill));
            }
            boolean fine = reports.stream().allMatch(r -> r.status().isFine());
            ExitCode code = fine ? ExitCode.DONE : ExitCode.REFUSED;
            if (html != null) {
                writePage(reports, html);
            }
            if (workbook != null && refusal(asked) == null) {
                writeWorkbook(validator, reports.get(0), workbook);
            }
            print(reports, code);
            return code.number();
        }
    }

    private void refuseWhatIsNoFile() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("There is no file " + file + ". Name the files to check.");
            }
        }
        if (workbook != null && (files.size() > 1 || isArchive(files.get(0)))) {
            throw new UsageException("--workbook takes one spreadsheet. Call it once for each, unzipped.");
        }
    }

    private Validator.Asked asked() throws IOException {
        if (period != null && !Registration.isPeriod(period)) {
            throw new UsageException(
                    "'" + period + "' is not a period. Write it as 2025-26 (financial year), 2025-26-Q1 or 2025-06.");
        }
        Register known = register == null ? Register.NONE : Register.read(register);
        return new Validator.Asked(Optional.ofNullable(period), Optional.ofNullable(provider), known);
    }

    /** What the centre would say of any file of this provider and period; null where it is not known or nothing. */
    private Registration.@Nullable Refusal refusal(Validator.Asked asked) {
        return period == null || provider == null || !asked.register().checked()
                ? null
                : new Registration(Map.of(period, asked.register())).refusal(period, provider);
    }

    private static boolean isArchive(Path file) {
        return Archive.isArchive(String.valueOf(file.getFileName()));
    }

    private static List<FileReport> reports(
            Path file, Validator validator, Registration.@Nullable Refusal refusal, Spill spill) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (refusal != null) {
            return List.of(FileReport.setAside(name, refusal.reason(), refusal.fix(), null));
        }
        return isArchive(file)
                ? packed(file, name, validator, spill)
                : List.of(validator.validate(FileBytes.of(file), name, spill));
    }

    /** A report for each file in a zip file. */
    private static List<FileReport> packed(Path archive, String name, Validator validator, Spill spill)
            throws IOException {
        Path folder = Files.createTempDirectory("unpacked");
        try {
            List<FileReport> reports = new ArrayList<>();
            for (Archive.Entry entry : Archive.unpack(ZoneFiles.plain(), archive, folder)) {
                reports.add(validator.validate(FileBytes.of(entry.file()), name + "/" + entry.name(), spill));
                Files.delete(entry.file());
            }
            return reports;
        } catch (Archive.Refused refused) {
            return List.of(FileReport.setAside(name, String.valueOf(refused.getMessage()), refused.fix(), null));
        } finally {
            Durable.delete(folder);
        }
    }

    private static void writePage(List<FileReport> reports, Path to) throws IOException {
        try (Writer page = Files.newBufferedWriter(to)) {
            ReportHtml.write(reports, "It was made on your own computer; nothing was sent.", page);
        }
    }

    private void writeWorkbook(Validator validator, FileReport report, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            if (!validator.writeWorkbook(FileBytes.of(files.get(0)), report, Fingerprint.ofFile(files.get(0)), out)) {
                throw new UsageException("No workbook can be made of " + files.get(0) + ". " + report.reason());
            }
        }
    }

    private void print(List<FileReport> reports, ExitCode code) throws IOException {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("command", "validate");
        head.put("status", code.word());
        head.put("exit", code.number());
        if (common.json) {
            new ReportJson(true).write(head, reports, out);
        } else {
            reports.forEach(report -> ReportText.write(report, out));
            head.put("files", files(reports));
            out.print(Summaries.json(head));
        }
        out.println();
        out.flush();
    }

    private static List<Map<String, Object>> files(List<FileReport> reports) {
        return reports.stream()
                .map(r -> {
                    Map<String, Object> file = new LinkedHashMap<>();
                    file.put("file", r.fileName());
                    file.put("status", r.status().word());
                    file.put("rows", r.rows().seen());
                    file.put("held", r.rows().held());
                    return file;
                })
                .toList();
    }
}
