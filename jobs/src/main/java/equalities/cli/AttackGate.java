package equalities.cli;

import equalities.attack.Attack;
import equalities.attack.AttackException;
import equalities.attack.Effort;
import equalities.attack.Verdict;
import equalities.stage.Progress;
import equalities.stage.StageRefused;
import equalities.stage.publish.ReleaseGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Attacks what is about to be published; what can be cracked is not. */
final class AttackGate implements ReleaseGate {
    private static final int SHOWN = 10;

    private final Progress progress;

    AttackGate(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void check(Path release, List<Path> earlier) throws IOException, StageRefused {
        try {
            if (!Attack.isPromised(release)) {
                return;
            }
            Verdict verdict = Attack.on(
                    release, earlier, Effort.NARROWING, (done, of) -> progress.at("cells attacked", done, of));
            if (!verdict.isSafe()) {
                throw new StageRefused("The release was not published: " + VerdictText.of(verdict, SHOWN)
                        + "Mend the protection or its policy (schemas/policies/disclosure.yaml), then publish again.");
            }
        } catch (AttackException unreadable) {
            throw new StageRefused("The release was not published: " + unreadable.getMessage());
        }
    }
}
