package equalities.attack;

import java.util.Set;

/** The published figures cannot all be true under what a stranger takes for granted. */
final class Contradiction extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Set<Integer> relations;

    /** @param relations those without which the others may hold, by their place among all */
    Contradiction(Set<Integer> relations) {
        super("relations " + relations + " cannot hold");
        this.relations = Set.copyOf(relations);
    }

    Set<Integer> relations() {
        return relations;
    }
}
