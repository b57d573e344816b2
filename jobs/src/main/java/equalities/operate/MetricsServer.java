package equalities.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /metrics} and {@code /health} to whoever watches from this machine; each answer is read anew. Health is 200
 * when the last run ended well or one works, and 503 with what to do otherwise.
 */
public final class MetricsServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param address loopback, unless somebody wants it otherwise
     * @param port 0: any that is free
     * @param trouble what is wrong with the home, in words
     */
    public static MetricsServer start(
            InetAddress address, int port, Callable<String> metrics, Callable<Optional<String>> trouble)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext(
                "/metrics",
                exchange -> answer(exchange, () -> new Answer(200, HomeMetrics.mediaType(), metrics.call())));
        server.createContext("/health", exchange -> answer(exchange, () -> health(trouble.call())));
        server.start();
        return new MetricsServer(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private record Answer(int code, String mediaType, String text) {}

    private static Answer health(Optional<String> trouble) {
        return new Answer(trouble.isEmpty() ? 200 : 503, TEXT, trouble.orElse("well") + "\n");
    }

    private static void answer(HttpExchange exchange, Callable<Answer> asked) throws IOException {
        Answer answer;
        try {
            answer = asked.call();
        } catch (Exception e) {
            LoggerFactory.getLogger(MetricsServer.class).error("The home could not be read", e);
            answer = new Answer(503, TEXT, "The home could not be read; the log says why.\n");
        }
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        exchange.sendResponseHeaders(answer.code(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
