package equalities.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import equalities.audit.Event;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Rights;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.record.NotUnderstood;
import equalities.record.Suggestion;
import equalities.record.bytes.FileBytes;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what was not understood. It suggests codes and decides none. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Lists what was not understood in files, or in all that a home has received: how often, and the"
                + " nearest codes with their distance (0 alike to 1 unlike).")
final class SuggestSpellings implements Callable<Integer> {
    /** The columns of the file that {@link AcceptSpellings} takes back. */
    static final List<String> COLUMNS =
            List.of("list", "spelling", "times", "code", "provider", "why", "accept", "nearest");

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files of providers (default: the home's).")
    List<Path> files = List.of();

    @Option(names = "--provider", paramLabel = "CODE", description = "Of this provider only.")
    @Nullable
    String provider;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write them as CSV: write yes under accept, mend the code, hand it to 'spellings accept'.")
    @Nullable
    Path out;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings();
        NotUnderstood found = new NotUnderstood(SpecificationReader.read(settings.path(Setting.SCHEMAS)));
        if (files.isEmpty()) {
            AuditTrail.begin(
                    settings,
                    "spellings suggest",
                    out == null
                            ? Map.of()
                            : Map.of("to", Event.place(out.toAbsolutePath().normalize())));
            ZoneStore received = new Home(settings.home()).zone(Zone.RECEIVED);
            readHome(received, ReceivedFiles.of(received, ReceivedKey.of(settings)), found);
        }
        for (Path file : files) {
            found.read(FileBytes.of(file), String.valueOf(file.getFileName()), provider == null ? "" : provider);
        }
        List<NotUnderstood.Entry> entries = found.entries();
        if (out != null) {
            write(entries, out);
        } else if (!common.json) {
            entries.forEach(e -> System.out.println(line(e)));
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "spellings suggest");
        summary.put("spellings", entries.size());
        summary.put(
                "cells", entries.stream().mapToLong(NotUnderstood.Entry::times).sum());
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private void readHome(ZoneStore received, ReceivedFiles bytes, NotUnderstood found) throws IOException {
        for (ReceivedFile file : Received.current(received).files()) {
            if (file.reason() == null && (provider == null || provider.equals(file.provider()))) {
                found.read(
                        FileBytes.of(bytes.plainFile(file.sha256()), () -> bytes.open(file.sha256())),
                        file.fileName(),
                        file.provider());
            }
        }
    }

    private static String line(NotUnderstood.Entry entry) {
        return entry.list() + "  '" + entry.spelling() + "'  " + entry.times() + " times  " + nearest(entry);
    }

    private static String nearest(NotUnderstood.Entry entry) {
        return entry.nearest().isEmpty()
                ? "nothing is near"
                : entry.nearest().stream()
                        .map(s -> String.format(Locale.ROOT, "%s %s (%.2f)", s.code(), s.label(), s.distance()))
                        .collect(Collectors.joining(", "));
    }

    private void write(List<NotUnderstood.Entry> entries, Path to) throws IOException {
        // For its owner alone, before anything is in it: people write more than a code into a cell.
        Files.deleteIfExists(to);
        Rights.set(Files.createFile(to), Rights.OWNERS_FILE);
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            csv.writeRecord(COLUMNS);
            for (NotUnderstood.Entry e : entries) {
                String code =
                        e.nearest().stream().findFirst().map(Suggestion::code).orElse("");
                String times = String.valueOf(e.times());
                String whose = provider == null ? "" : provider;
                csv.writeRecord(e.list(), e.spelling(), times, code, whose, "", "", nearest(e));
            }
        }
    }
}
