package equalities.cli;

import equalities.lake.Home;
import equalities.lake.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the newest report is. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Says where the newest report is; --open: opens it in the browser of whoever runs this.")
final class ReportCommand implements Callable<Integer> {
    private static final int SECONDS = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--open", description = "Open it.")
    boolean open;

    @Option(
            names = "--with",
            paramLabel = "PROGRAM",
            description = "Open it with this program (default: what the system opens pages with).")
    @Nullable
    String program;

    @Override
    public Integer call() throws Exception {
        Home home = new Home(common.settings().home());
        Path report = home.zone(Zone.PUBLISHED).table("report.html").stream()
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "Nothing was published in " + home.root() + " yet. Run 'equalities run' first."));
        if (!common.json) {
            System.out.println(report);
        }
        ExitCode code = open && !opens(report) ? ExitCode.FAILED : ExitCode.DONE;
        System.out.println(Summaries.json(Map.of(
                "command", "report", "status", code.word(), "exit", code.number(), "report", report.toString())));
        return code.number();
    }

    private boolean opens(Path report) throws InterruptedException {
        List<String> opener = program == null ? opener(System.getProperty("os.name", "")) : List.of(program);
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(opener.stream(), Stream.of(report.toString())).toList());
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A browser that stays is one that opened.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0) {
                return true;
            }
        } catch (IOException notThere) {
            // told below, as a program that failed is
        }
        System.err.println("'" + opener.get(0) + "' could not open it. Open it yourself: " + report.toUri());
        return false;
    }

    /** What the system opens a file with that a person would click on. */
    private static List<String> opener(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open");
        }
        return name.startsWith("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
    }
}
