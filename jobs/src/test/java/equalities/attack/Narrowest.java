package equalities.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The narrowest interval of every hidden count of a release, by its cell. */
final class Narrowest {
    private Narrowest() {}

    static Map<String, Interval> of(Path release) throws IOException, Contradiction {
        return of(ReleaseReader.read(release));
    }

    static Map<String, Interval> of(Release release) throws Contradiction {
        Map<String, Interval> intervals = new TreeMap<>();
        Timeline timeline = new Timeline(List.of(release));
        for (List<Series> group : TogetherRelations.groups(timeline)) {
            Relations.Posed posed = Relations.of(group, timeline, Tables.none());
            Siege siege = new Siege(posed.system(), release.policy());
            for (Unknown unknown : posed.system().protectedUnknowns()) {
                intervals.put(unknown.cell().toString(), siege.narrowest(unknown));
            }
        }
        return intervals;
    }
}
