package equalities.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Durable;
import equalities.lake.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The plan of an erasure that is under way. It outlives a crash, and goes when the certificate is there. */
final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Journal(Home home) {
        this.file = home.state().resolve("erasure-under-way.json");
    }

    Optional<ErasurePlan> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), ErasurePlan.class))
                : Optional.empty();
    }

    /** Its own file, which says whom it is about until it ends. */
    Path file() {
        return file;
    }

    boolean isThere() {
        return Files.exists(file);
    }

    void write(ErasurePlan plan) throws IOException {
        Durable.replace(file, JSON.writeValueAsString(plan));
    }

    void end() throws IOException {
        Files.deleteIfExists(file);
    }
}
