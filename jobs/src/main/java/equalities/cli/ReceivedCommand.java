package equalities.cli;

import equalities.audit.Event;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Rights;
import equalities.lake.WrittenReports;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes submissions as they were received, for who owns the received zone: it may be locked, and is named by sums. */
@Command(
        name = "received",
        mixinStandardHelpOptions = true,
        description =
                "Writes submissions as they were received, such as to answer a request of access: as their senders"
                        + " called them, below a folder of their SHA-256. They hold people's records: an erasure removes those that"
                        + " are still there.")
final class ReceivedCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "SUBMISSION", description = "Its SHA-256, or how that begins.")
    List<String> wanted = List.of();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write them.")
    Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings();
        Home home = new Home(settings.home());
        ZoneStore received = home.zone(Zone.RECEIVED);
        ReceivedFiles bytes = ReceivedFiles.of(received, ReceivedKey.of(settings));
        List<ReceivedFile> files = new ArrayList<>();
        for (String one : wanted) {
            files.addAll(named(one, Received.current(received).files()));
        }
        Path to = out.toAbsolutePath().normalize();
        AuditTrail trail =
                AuditTrail.begin(settings, "received", Map.of("to", Event.place(to), "submissions", files.size()));
        List<String> written = new ArrayList<>();
        for (ReceivedFile file : files) {
            Path copy = write(file, bytes, to);
            WrittenReports.add(home, file.period() + "/" + file.provider(), List.of(copy));
            written.add(copy.toString());
        }
        trail.end(ExitCode.DONE, Map.of("files", written.size()));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "received");
        summary.put("status", ExitCode.DONE.word());
        summary.put("written", written);
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private static List<ReceivedFile> named(String start, List<ReceivedFile> all) {
        List<ReceivedFile> found = all.stream()
                .filter(f -> f.sha256().startsWith(start) && !f.gone())
                .toList();
        if (found.stream().map(ReceivedFile::sha256).distinct().count() != 1) {
            throw new UsageException(
                    "Of " + found.size() + " submissions the SHA-256 begins with '" + start
                            + "', and not of one. 'equalities sql \"select submission_id, file_name from submission\"' names them.");
        }
        return found.subList(0, 1); // The same bytes, whoever sent them.
    }

    private static Path write(ReceivedFile file, ReceivedFiles bytes, Path to) throws IOException {
        Path folder = Files.createDirectories(to.resolve(file.sha256()));
        Rights.set(folder, Rights.OWNERS_FOLDER); // Before anything is in it.
        Path copy = folder.resolve(HeldCommand.safe(file.fileName()));
        try (InputStream in = Channels.newInputStream(bytes.open(file.sha256()))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
