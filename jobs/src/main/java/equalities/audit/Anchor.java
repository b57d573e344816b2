package equalities.audit;

import equalities.lake.Durable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is told how far a log has come, outside the home: who cuts the log's end off has to cut there too. */
public sealed interface Anchor {
    /** Adds a line to what is kept there. */
    void add(Head head) throws IOException;

    /** What is kept there, where it can be read from here. */
    List<Head> heads() throws IOException;

    /** A file, to which several homes may add; or an address that is sent each line; or none, when empty. */
    static Anchor of(String text) {
        if (text.isEmpty()) {
            return new None();
        }
        return text.matches("https?://.+") ? new Address(URI.create(text)) : new InFile(Path.of(text));
    }

    /** Nowhere. */
    record None() implements Anchor {
        @Override
        public void add(Head head) {}

        @Override
        public List<Head> heads() {
            return List.of();
        }
    }

    /** A file that is only ever added to, such as on another machine or with {@code chattr +a}. */
    record InFile(Path file) implements Anchor {
        @Override
        public void add(Head head) throws IOException {
            try {
                Durable.append(file, head.text() + "\n");
            } catch (IOException e) {
                throw new IOException(
                        "The anchor of the audit log " + file + " cannot be written. Mend its folder, or"
                                + " name another with --set audit-anchor=FILE.",
                        e);
            }
        }

        @Override
        public List<Head> heads() throws IOException {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(Head::read)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        }
    }

    /** An address that is sent each line by POST, as text; whoever keeps them gives them back in a file. */
    record Address(URI address) implements Anchor {
        private static final Duration LONGEST = Duration.ofSeconds(10);

        @Override
        public void add(Head head) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(LONGEST)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(head.text() + "\n"))
                    .build();
            String why = "did not answer";
            try {
                int status = HttpClient.newBuilder()
                        .connectTimeout(LONGEST)
                        .build()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    return;
                }
                why = "answered " + status;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException unreached) {
                why = "was not reached";
            }
            throw new IOException("The anchor of the audit log " + address + " " + why
                    + ". Try again when it is there, or name another with --set audit-anchor=….");
        }

        @Override
        public List<Head> heads() {
            return List.of();
        }
    }
}
