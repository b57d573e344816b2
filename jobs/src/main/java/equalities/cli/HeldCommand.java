package equalities.cli;

import equalities.audit.Event;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.Rights;
import equalities.lake.WrittenReports;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.record.Register;
import equalities.record.TimeLimit;
import equalities.record.bytes.FileBytes;
import equalities.record.report.FileReport;
import equalities.record.report.ReportHtml;
import equalities.record.report.ReportJson;
import equalities.record.report.Spill;
import equalities.record.report.Validator;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes for each provider what is still to be mended in what it sent; for the owner of the received zone. Submissions
 * whose held rows all came back right are left out.
 */
@Command(
        name = "held",
        mixinStandardHelpOptions = true,
        description = "Writes for each provider and period a page, its data as JSON, and each file with held rows as a"
                + " workbook with the wrong cells marked. They show what is written in people's records: send them to"
                + " their provider only.")
final class HeldCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write them.")
    Path out = Path.of("");

    @Option(names = "--provider", paramLabel = "CODE", description = "This provider only.")
    @Nullable
    String provider;

    @Option(names = "--period", paramLabel = "P", description = "This period only.")
    @Nullable
    String period;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings();
        Home home = new Home(settings.home());
        ZoneStore received = home.zone(Zone.RECEIVED);
        ReceivedFiles bytes = ReceivedFiles.of(received, ReceivedKey.of(settings));
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        Set<String> completed = new Warehouse(settings).completed();
        Map<String, List<ReceivedFile>> wanted = Received.current(received).files().stream()
                .filter(f -> provider == null || provider.equals(f.provider()))
                .filter(f -> period == null || period.equals(f.period()))
                .filter(f -> !completed.contains(f.identity()))
                .collect(Collectors.groupingBy(
                        f -> safe(f.provider()) + "/" + safe(f.period()), TreeMap::new, Collectors.toList()));
        List<String> written = new ArrayList<>();
        AuditTrail trail = AuditTrail.begin(
                settings,
                "held",
                Map.of("to", Event.place(out.toAbsolutePath().normalize()), "senders", wanted.size()));
        for (Map.Entry<String, List<ReceivedFile>> one : wanted.entrySet()) {
            Path folder = out.resolve(one.getKey());
            List<String> mine = new ArrayList<>();
            write(new Sender(specification, received, bytes, settings.fileLimit(), one.getValue(), folder), mine);
            ReceivedFile first = one.getValue().get(0);
            WrittenReports.add(
                    home,
                    first.period() + "/" + first.provider(),
                    mine.stream().map(Path::of).toList());
            written.addAll(mine);
        }
        ExitCode code = written.isEmpty() ? ExitCode.NOTHING_NEW : ExitCode.DONE;
        trail.end(code, Map.of("files", written.size()));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "held");
        summary.put("status", code.word());
        summary.put("written", written);
        System.out.println(Summaries.json(summary));
        return code.number();
    }

    /** One provider's files of one period. */
    private record Sender(
            Specification specification,
            ZoneStore received,
            ReceivedFiles bytes,
            TimeLimit limit,
            List<ReceivedFile> files,
            Path folder) {
        FileBytes bytes(ReceivedFile file) {
            return FileBytes.of(bytes.plainFile(file.sha256()), () -> bytes.open(file.sha256()));
        }

        Validator validator() throws IOException {
            String period = files.get(0).period();
            return new Validator(
                    specification,
                    new Validator.Asked(
                            Optional.of(period),
                            Optional.of(files.get(0).provider()),
                            Register.read(Registers.of(received, period))),
                    limit);
        }
    }

    private static void write(Sender sender, List<String> written) throws IOException {
        Validator validator = sender.validator();
        try (Spill spill = Spill.open()) {
            List<FileReport> reports = new ArrayList<>();
            for (ReceivedFile file : sender.files()) {
                FileReport report = report(sender, validator, file, spill);
                if (!report.status().isFine()) {
                    reports.add(report);
                }
                if (report.status() == FileReport.Status.ROWS_HELD) {
                    written.add(writeWorkbook(sender, validator, file, report).toString());
                }
            }
            if (!reports.isEmpty()) {
                writeReports(sender, reports, written);
            }
        }
    }

    private static FileReport report(Sender sender, Validator validator, ReceivedFile file, Spill spill)
            throws IOException {
        String reason = file.reason();
        return reason == null
                ? validator.validate(sender.bytes(file), file.fileName(), spill)
                : FileReport.setAside(file.fileName(), reason, String.valueOf(file.fix()), null);
    }

    private static Path writeWorkbook(Sender sender, Validator validator, ReceivedFile file, FileReport report)
            throws IOException {
        makeFolder(sender);
        Path workbook = sender.folder().resolve(safe(file.fileName()) + " to mend.xlsx");
        try (OutputStream to = Files.newOutputStream(workbook)) {
            validator.writeWorkbook(sender.bytes(file), report, file.sha256(), to);
        }
        return workbook;
    }

    private static void writeReports(Sender sender, List<FileReport> reports, List<String> written) throws IOException {
        makeFolder(sender);
        Path page = sender.folder().resolve("to mend.html");
        try (Writer to = Files.newBufferedWriter(page)) {
            ReportHtml.write(reports, "It is meant for their sender only.", to);
        }
        Path json = sender.folder().resolve("to mend.json");
        try (Writer to = Files.newBufferedWriter(json)) {
            ReceivedFile first = sender.files().get(0);
            new ReportJson(true).write(Map.of("provider", first.provider(), "period", first.period()), reports, to);
        }
        written.add(page.toString());
        written.add(json.toString());
    }

    /** For its owner alone, before anything is in it. */
    private static void makeFolder(Sender sender) throws IOException {
        Files.createDirectories(sender.folder());
        Rights.set(sender.folder(), Rights.OWNERS_FOLDER);
    }

    /** A name of a file that leads nowhere else. */
    static String safe(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N} ._-]+", " ")
                .replaceAll("^[. ]+", "")
                .strip();
        return safe.isEmpty() ? "file" : safe.substring(Math.max(0, safe.length() - 120));
    }
}
