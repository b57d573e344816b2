package equalities.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Serves {@code /metrics} to whoever watches from this machine; each answer is read anew. */
public final class MetricsServer implements AutoCloseable {
    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param address loopback, unless somebody wants it otherwise
     * @param port 0: any that is free
     */
    public static MetricsServer start(InetAddress address, int port, Callable<String> metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/metrics", exchange -> answer(exchange, metrics));
        server.start();
        return new MetricsServer(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Callable<String> metrics) throws IOException {
        int code = 200;
        String text;
        try {
            text = metrics.call();
        } catch (Exception e) {
            LoggerFactory.getLogger(MetricsServer.class).error("The metrics could not be read", e);
            code = 503;
            text = "The metrics could not be read; the log says why.\n";
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", code == 200 ? HomeMetrics.mediaType() : "text/plain");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
