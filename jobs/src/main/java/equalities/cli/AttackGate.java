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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attacks what is about to be published; what can be cracked is not. */
final class AttackGate implements ReleaseGate {
    private static final int SHOWN = 10;

    private final Progress progress;

    AttackGate(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Map<String, Object> check(Path release, List<Path> earlier) throws IOException, StageRefused {
        try {
            if (!Attack.isPromised(release)) {
                return Map.of(
                        "result", "not attacked: the policy hides each count by itself and promises no least width");
            }
            Verdict verdict = Attack.on(
                    release, earlier, Effort.NARROWING, (done, of) -> progress.at("cells attacked", done, of));
            if (!verdict.isSafe()) {
                throw new StageRefused("The release was not published: " + VerdictText.of(verdict, SHOWN)
                        + "Mend the protection or its policy (schemas/policies/disclosure.yaml), then publish again.");
            }
            return told(verdict);
        } catch (AttackException unreadable) {
            throw new StageRefused("The release was not published: " + unreadable.getMessage());
        }
    }

    private static Map<String, Object> told(Verdict verdict) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("result", "none found out");
        told.put("hidden_counts_attacked", verdict.attacked());
        told.put("effort", "narrowing");
        told.put("notes", verdict.notes());
        return told;
    }
}
