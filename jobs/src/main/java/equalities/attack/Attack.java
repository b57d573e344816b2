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
    private final Effort effort;
    private final List<Crack> cracks = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Tables tables;
    private final long of;
    private long attacked;
    private long undecided;
    private long done;

    private Attack(Timeline timeline, Tables tables, Effort effort, AttackProgress progress) {
        this.effort = effort;
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

    /** Whether the policy of a release promises anything that an attack could break. */
    public static boolean isPromised(Path release) throws IOException {
        return ReleaseReader.structure(release).policy().leastWidth() > 0;
    }

    /**
     * Attacks a release.
     *
     * @param earlier folders of other releases; those that do not come before it are left out
     * @param effort how far it goes
     * @throws AttackException when its files cannot be read
     */
    public static Verdict on(Path release, List<Path> earlier, Effort effort, AttackProgress progress)
            throws IOException {
        List<Release> lineage = Lineage.of(release, earlier);
        Timeline timeline = new Timeline(Lineage.promising(lineage));
        Verdict verdict = on(timeline, Tables.read(timeline.newest()), effort, progress);
        List<String> notes = new ArrayList<>(verdict.notes());
        lineage.stream()
                .filter(r -> timeline.newest().policy().leastWidth() > 0
                        && r.policy().leastWidth() == 0)
                .map(r -> r.name() + " was published under the policy "
                        + r.policy().name()
                        + ", which promises no least width: what it tells beside this release was left out")
                .forEach(notes::add);
        return new Verdict(verdict.attacked(), verdict.cracks(), notes);
    }

    static Verdict on(Timeline timeline, Tables tables, Effort effort, AttackProgress progress) {
        Attack attack = new Attack(timeline, tables, effort, progress);
        TogetherRelations.groups(timeline).forEach(attack::group);
        attack.cracks.addAll(attack.tables.cracks());
        if (timeline.newest().policy().leastWidth() == 0) {
            attack.notes.add("the policy hides each count by itself and promises no least width, so that nothing found"
                    + " breaks it: this does not say that no hidden count can be found");
        }
        if (attack.undecided > 0) {
            attack.notes.add(
                    "of the hidden counts, " + attack.undecided + " cannot be told by narrowing one count"
                            + " after the other; whether points and linear programs tell them, 'equalities verify --thorough' finds out");
        }
        return new Verdict(attack.attacked, attack.cracks, List.copyOf(attack.notes));
    }

    private List<Crack> narrowed(Siege siege) {
        List<Crack> found = new ArrayList<>();
        undecided += siege.narrow(found).size();
        return found;
    }

    private void group(List<Series> group) {
        Release newest = timeline.newest();
        group.forEach(series -> cracks.addAll(ShownCounts.small(series, newest)));
        Relations.Posed posed = Relations.of(group, timeline, tables);
        notes.addAll(posed.notes());
        Beliefs beliefs = new Beliefs(posed.system());
        cracks.addAll(beliefs.solve(system -> {
            Siege siege = new Siege(system, newest.policy());
            return effort == Effort.EVERYTHING ? siege.cracks(n -> {}) : narrowed(siege);
        }));
        notes.addAll(beliefs.notes());
        attacked += posed.system().protectedUnknowns().size();
        done += group.stream().mapToLong(series -> newest.of(series).size()).sum();
        progress.at(done, of);
    }
}
