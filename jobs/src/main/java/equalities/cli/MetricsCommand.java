package equalities.cli;

import equalities.operate.MetricsServer;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a home stands, for machines that watch. */
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description =
                "Prints how a home stands as OpenMetrics text; --serve: to whoever asks on this machine, until stopped.")
final class MetricsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--serve", paramLabel = "PORT", description = "Serve http://127.0.0.1:PORT/metrics, and /health.")
    @Nullable
    Integer port;

    @Option(names = "--address", paramLabel = "A", description = "Serve there instead of on loopback.")
    @Nullable
    String address;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        if (port == null) {
            System.out.print(Watching.metrics(settings).openMetrics());
            return ExitCode.DONE.number();
        }
        InetAddress where = address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address);
        try (MetricsServer server = MetricsServer.start(
                where,
                port,
                () -> Watching.metrics(settings).openMetrics(),
                () -> Watching.status(settings, List.of()).trouble())) {
            System.err.println("Serving http://" + where.getHostAddress() + ":" + server.port() + "/metrics");
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE.number();
    }
}
