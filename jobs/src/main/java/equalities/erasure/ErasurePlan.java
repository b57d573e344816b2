package equalities.erasure;

import equalities.record.PlaceInFile;
import equalities.record.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an erasure takes out. While it is under way it lies in the state of the home, so that one that was cut off can be
 * done again to its end; it goes with the last step.
 *
 * @param id also the name of its certificate
 * @param why what it follows from
 * @param reference what its operator calls it
 * @param from the received zone's state before
 * @param asked whom the operator named; only the same is continued
 * @param wanted with every number and link that was found on the way
 * @param keys the people's pseudonyms
 * @param files what is taken out of which submission
 * @param unsearchable submissions that are in no format that can be looked into, and are left as they are
 * @param rows how many rows of which table were about the people before
 */
record ErasurePlan(
        String id,
        Why why,
        String reference,
        String from,
        Wanted asked,
        Wanted wanted,
        Set<String> keys,
        List<FileErasure> files,
        List<Submission> unsearchable,
        Map<String, Long> rows) {

    /** What an erasure follows from. */
    enum Why {
        PERSON,
        RETENTION
    }

    /** A submission as people know it. */
    record Submission(String period, String provider, String fileName, String submissionId) {
        String identity() {
            return period + "/" + provider + "/" + submissionId;
        }
    }

    /**
     * @param places what goes; all of the file where there are none
     * @param rows how many rows that are
     */
    record FileErasure(Submission submission, List<PlaceInFile> places, long rows) {}

    ErasurePlan {
        keys = Set.copyOf(keys);
        files = List.copyOf(files);
        unsearchable = List.copyOf(unsearchable);
        rows = Map.copyOf(rows);
    }

    /** Nothing of the kind is there. */
    boolean nothing() {
        return files.isEmpty() && rows.values().stream().allMatch(n -> n == 0);
    }
}
