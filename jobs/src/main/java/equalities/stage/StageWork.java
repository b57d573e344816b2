package equalities.stage;

import equalities.engine.batch.BatchStep;
import java.util.List;
import java.util.Map;

/** One stage with its zones in its hands. */
public interface StageWork {
    Stage stage();

    /** Looks at what there is to do, and does nothing yet. */
    Plan plan() throws Exception;

    /** What a stage told when it was done; counts and names for the summary, nothing of a person. */
    interface Summary {
        Map<String, Object> tell() throws Exception;
    }

    /**
     * What a stage would do now.
     *
     * @param madeFrom fingerprint of all that the result will follow from
     * @param nothingNew whether that result is in place already
     * @param steps in order; each does again without harm what was done before
     */
    record Plan(String madeFrom, boolean nothingNew, List<BatchStep> steps, Summary summary) {
        public Plan {
            steps = List.copyOf(steps);
        }
    }
}
