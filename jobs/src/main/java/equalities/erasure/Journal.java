package equalities.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Durable;
import equalities.lake.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    java.util.List<Path> files() {
        return java.util.List.of(file);
    }

    boolean isThere() {
        return Files.exists(file);
    }

    void write(ErasurePlan plan) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".next");
        Durable.write(fresh, JSON.writeValueAsString(plan));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durable.syncFolder(file.resolveSibling("."));
    }

    void end() throws IOException {
        Files.deleteIfExists(file);
    }
}
