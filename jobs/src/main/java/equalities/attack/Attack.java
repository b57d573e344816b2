package equalities.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tries to find out hidden counts of a release, with what all earlier ones tell. */
public final class Attack {
    private final Timeline timeline;
    private final AttackProgress progress;
    private final List<Crack> cracks = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Tables tables;
    private final long of;
    private long attacked;
    private long done;

    private Attack(Timeline timeline, Tables tables, AttackProgress progress) {
        this.timeline = timeline;
        this.tables = tables;
        this.progress = progress;
        this.of = timeline.newest().counts().values().stream()
                .mapToLong(counts -> counts.size())
                .sum();
    }

    /** Whether a release has counts that can be attacked. */
    public static boolean isPossible(Path release) {
        return ReleaseReader.hasCounts(release);
    }

    /**
     * Attacks a release.
     *
     * @param earlier folders of other releases; those that do not come before it are left out
     * @throws AttackException when its files cannot be read
     */
    public static Verdict on(Path release, List<Path> earlier, AttackProgress progress) throws IOException {
        Timeline timeline = new Timeline(Lineage.of(release, earlier));
        return on(timeline, Tables.read(timeline.newest()), progress);
    }

    static Verdict on(Timeline timeline, Tables tables, AttackProgress progress) {
        Attack attack = new Attack(timeline, tables, progress);
        timeline.newest().counts().keySet().forEach(attack::series);
        attack.cracks.addAll(attack.tables.cracks());
        return new Verdict(attack.attacked, attack.cracks, List.copyOf(attack.notes));
    }

    private void series(Series series) {
        cracks.addAll(ShownCounts.small(series, timeline.newest()));
        Relations.Posed posed = Relations.of(series, timeline, tables.ratios(series));
        posed.notes().forEach(n -> notes.add(series + ": " + n));
        Beliefs beliefs = new Beliefs(posed.system());
        cracks.addAll(beliefs.solve(
                system -> new Siege(series, system, timeline.newest().policy()).cracks(n -> {})));
        beliefs.notes().forEach(n -> notes.add(series + ": " + n));
        attacked += posed.system().protectedUnknowns().size();
        done += timeline.newest().of(series).size();
        progress.at(done, of);
    }
}
