package equalities.attack;

import java.util.List;

/**
 * What an attack came to.
 *
 * @param attacked how many protected counts there were
 * @param cracks those that can be found out; none when the release is safe
 * @param notes what the stranger could not take for granted, and anything else that a reader should know
 */
public record Verdict(long attacked, List<Crack> cracks, List<String> notes) {
    public Verdict {
        cracks = List.copyOf(cracks);
        notes = List.copyOf(notes);
    }

    public boolean isSafe() {
        return cracks.isEmpty();
    }
}
