package equalities.drill;

/** The drill itself could not go on. */
public final class DrillFailed extends Exception {
    private static final long serialVersionUID = 1;

    DrillFailed(String message) {
        super(message);
    }
}
