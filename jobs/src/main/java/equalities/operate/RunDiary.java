package equalities.operate;

import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Durable;
import equalities.lake.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest runs of a home, {@code state/runs.json}, whoever started them. The writer holds the home's lock. A run that
 * was killed stays open in it: that is how one knows.
 */
public final class RunDiary {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 100;

    private final Path file;
    private final Clock clock;
    private final RunRecord begun;

    private RunDiary(Path file, Clock clock, RunRecord begun) {
        this.file = file;
        this.clock = clock;
        this.begun = begun;
    }

    /** The runs of a home, the newest first. */
    public static List<RunRecord> read(Home home) throws IOException {
        return read(file(home));
    }

    /** Writes down that a command begins. */
    public static RunDiary begin(Home home, String command, Clock clock) throws IOException {
        RunDiary diary = new RunDiary(file(home), clock, RunRecord.begun(command, now(clock)));
        diary.write(diary.begun, read(home));
        return diary;
    }

    /** Writes down how it ended. */
    public void end(String status, int exit, @Nullable String message, Map<String, Object> stages) throws IOException {
        write(
                begun.ended(status, exit, now(clock), message, stages),
                read(file).stream().skip(1).toList());
    }

    private void write(RunRecord newest, List<RunRecord> others) throws IOException {
        List<RunRecord> all =
                Stream.concat(Stream.of(newest), others.stream()).limit(KEPT).toList();
        Durable.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static List<RunRecord> read(Path file) throws IOException {
        try {
            return List.of(JSON.readValue(Files.readAllBytes(file), RunRecord[].class));
        } catch (NoSuchFileException noneYet) {
            return List.of();
        }
    }

    private static Path file(Home home) {
        return home.state().resolve("runs.json");
    }

    private static String now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
