package equalities.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Releases under attack with every effort. */
final class Attacked {
    private Attacked() {}

    static Verdict attack(Path release, Path... earlier) throws IOException {
        return Attack.on(release, List.of(earlier), Effort.EVERYTHING, (done, of) -> {});
    }

    /** What was found out, in words. */
    static Stream<String> cracked(Path release, Path... earlier) throws IOException {
        return attack(release, earlier).cracks().stream().map(c -> c.cell() + " is " + c.interval());
    }
}
