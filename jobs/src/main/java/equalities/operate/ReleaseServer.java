package equalities.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows the releases to whoever is on this machine: read-only, on 127.0.0.1, and nothing but the files of a release and the
 * list of them. What is asked for has to look like their names, so that no address can lead anywhere else; links are not
 * followed; and a page of another site that has its name point here is not answered.
 */
public final class ReleaseServer implements AutoCloseable {
    private static final Pattern FILE =
            Pattern.compile("/(?:(g\\d{9})/)?([A-Za-z0-9_][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9]+)*)");
    private static final Pattern OUR_NAME = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "pem", "text/plain; charset=utf-8",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Path releases;
    private final HttpServer server;

    private ReleaseServer(Path releases, HttpServer server) {
        this.releases = releases;
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param releases the folder of the releases and their list
     * @param port 0: any that is free
     */
    public static ReleaseServer start(Path releases, int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        ReleaseServer serving = new ReleaseServer(releases, server);
        server.createContext("/", serving::answer);
        server.start();
        return serving;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            String method = exchange.getRequestMethod();
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (!OUR_NAME.matcher(host).matches()) {
                exchange.sendResponseHeaders(421, -1);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            } else {
                send(exchange, method.equals("HEAD"));
            }
        }
    }

    private void send(HttpExchange exchange, boolean headOnly) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Optional<Path> file = file(path.equals("/") ? "/releases.html" : path);
        if (file.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String name = String.valueOf(file.get().getFileName());
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        exchange.getResponseHeaders().set("Content-Type", type);
        if (headOnly) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(Files.size(file.get())));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            exchange.sendResponseHeaders(200, 0);
            in.transferTo(exchange.getResponseBody());
        }
    }

    /** The file of a release, or of the list of all, that is asked for. */
    private Optional<Path> file(String asked) {
        Matcher matcher = FILE.matcher(asked);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        if (matcher.group(1) == null) {
            return name.startsWith("releases.") ? regular(releases.resolve(name)) : Optional.empty();
        }
        Path release = releases.resolve(matcher.group(1));
        return Files.isDirectory(release, LinkOption.NOFOLLOW_LINKS)
                ? regular(release.resolve(name))
                : Optional.empty();
    }

    private static Optional<Path> regular(Path file) {
        return Stream.of(file)
                .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
