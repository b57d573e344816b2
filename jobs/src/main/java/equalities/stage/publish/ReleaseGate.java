package equalities.stage.publish;

import equalities.stage.StageRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stands between a release that was written aside and the published zone. */
public interface ReleaseGate {
    /**
     * Lets a release pass, or not, and tells what it found.
     *
     * @param release its folder, with every file that will be published
     * @param earlier the folders of all releases before it
     * @return what the release says of how it was attacked
     * @throws StageRefused when it must not be published; the message says why
     */
    Map<String, Object> check(Path release, List<Path> earlier) throws IOException, StageRefused;
}
