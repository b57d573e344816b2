package equalities.cli;

import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.operate.ReleaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The releases as a link, for whoever wants one. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the releases on 127.0.0.1 until stopped: nothing else, and nothing can be changed.")
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8090;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The folder of the releases (default: published, of the home).")
    @Nullable
    Path folder;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}; 0: any that is free.")
    int port = PORT;

    @Override
    public Integer call() throws Exception {
        Path releases = folder == null
                ? new Home(common.settings().home()).zone(Zone.PUBLISHED).root()
                : folder;
        if (!Files.isRegularFile(releases.resolve("releases.json"))) {
            throw new UsageException("There are no releases in " + releases
                    + ". Publish one first, or name the folder that has releases.json.");
        }
        try (ReleaseServer server = ReleaseServer.start(releases, port)) {
            System.err.println("Serving http://127.0.0.1:" + server.port() + "/ until you press Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE.number();
    }
}
