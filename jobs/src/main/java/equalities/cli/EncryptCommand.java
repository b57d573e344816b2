package equalities.cli;

import equalities.audit.Event.What;
import equalities.lake.Home;
import equalities.lake.KeyChange;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Locks the files of a home in which people can be recognised, gives them another key, or unlocks them. */
@Command(
        name = "encrypt",
        mixinStandardHelpOptions = true,
        description = "Encrypts what a home has received, and the cells of held rows, with the key of the setting"
                + " received-key-file, which it makes where there is none yet. From then on every command that reads them"
                + " needs the key; if it is lost, nobody reads them again. Cut off, run it again.")
final class EncryptCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @ArgGroup
    Other other = new Other();

    /** One of these, or none. */
    static final class Other {
        @Option(
                names = "--new-key",
                description = "Make another key, and write all files anew under it. The old one stays beside it in"
                        + " <received-key-file>.<what it is known by>, for backups: delete it when none is left.")
        boolean newKey;

        @Option(names = "--undo", description = "Write all files as they came. Take the setting away afterwards.")
        boolean undo;
    }

    @Option(names = "--dry-run", description = "Only say what the files are locked with now.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        Home home = new Home(settings.home());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", dryRun ? "encrypt --dry-run" : "encrypt");
        String before = print(home);
        long files = dryRun ? 0 : change(settings, home);
        String now = print(home);
        ExitCode code = dryRun || files > 0 || !before.equals(now) ? ExitCode.DONE : ExitCode.NOTHING_NEW;
        summary.put("status", code.word());
        summary.put("exit", code.number());
        summary.put("files", files);
        summary.put("key", now.isEmpty() ? "none" : now);
        if (!common.json && code == ExitCode.DONE && !dryRun) {
            System.err.println(advice(settings, now));
        }
        System.out.println(Summaries.json(summary));
        return code.number();
    }

    private static String print(Home home) throws IOException {
        String print = home.zone(Zone.RECEIVED).current().key();
        return print == null ? "" : print;
    }

    private static String advice(Settings settings, String now) {
        if (now.isEmpty()) {
            return "The files are as they came. Take the setting received-key-file away.";
        }
        String where = settings.optional(Setting.RECEIVED_KEY_FILE)
                .map(file -> "Give received-key-file=" + file + " to every command, such as by equalities.properties. ")
                .orElse("");
        return where + "Keep a copy of the key in a safe place apart from the home and from its backups: without it"
                + " nobody reads these files again. Copies and backups of before are as they were.";
    }

    private long change(Settings settings, Home home) throws Exception {
        Path file = keyFile(settings, home);
        if (file != null && !Files.exists(file) && print(home).isEmpty() && !other.undo) {
            ReceivedKey.make(file);
        }
        ProgressLine progress = ProgressLine.of(common.json);
        try (Pipeline pipeline = Pipeline.open(settings, progress)) {
            AuditTrail trail = AuditTrail.begin(settings, "encrypt", Map.of());
            try {
                progress.begin("encrypt");
                ZoneKeys keys = keys(settings, file);
                String before = print(home);
                long files = new KeyChange(
                                home, keys, other.undo ? null : keys.first().orElseThrow())
                        .run();
                if (!before.equals(print(home))) {
                    trail.tell(What.ZONE_KEY, Map.of("before", before, "now", print(home)));
                }
                if (file != null && keys.keys().size() > 1 && !other.undo) {
                    ReceivedKey.retire(file, keys);
                }
                progress.end("files written, " + files);
                trail.end(ExitCode.DONE, Map.of("files", files));
                return files;
            } catch (Exception e) {
                throw trail.ended(Failures.codeOf(e), e);
            }
        }
    }

    /** Where the key lies; null when it comes from the environment. */
    private @Nullable Path keyFile(Settings settings, Home home) {
        if (settings.optional(Setting.RECEIVED_KEY).isPresent()) {
            if (other.newKey) {
                throw new UsageException("The key comes from " + Setting.RECEIVED_KEY.variable()
                        + ". Put the new one before it there, with a blank between, run 'equalities encrypt', and then"
                        + " take the old one away.");
            }
            return null;
        }
        if (settings.optional(Setting.RECEIVED_KEY_FILE).isEmpty()) {
            throw new UsageException(
                    "Say where the key is to lie: --set received-key-file=FILE, on another disk than the"
                            + " home, as whoever takes the home with its key takes all.");
        }
        Path file = settings.path(Setting.RECEIVED_KEY_FILE);
        if (file.startsWith(home.root())) {
            throw new UsageException(
                    "A key in the home it locks protects nothing: whoever takes the one takes the other."
                            + " Name another place than " + file + " with --set received-key-file=FILE.");
        }
        return file;
    }

    /** The keys that are given, the one that the files are to be locked with first. */
    private ZoneKeys keys(Settings settings, @Nullable Path file) throws IOException {
        ZoneKeys keys = ReceivedKey.of(settings);
        if (file == null || !other.newKey || keys.keys().size() > 1) { // Of several, a change was cut off.
            return keys;
        }
        List<ZoneKey> all = new ArrayList<>(List.of(ZoneKey.make()));
        all.addAll(keys.keys());
        ReceivedKey.write(file, all);
        return new ZoneKeys(all);
    }
}
