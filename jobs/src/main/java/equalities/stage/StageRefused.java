package equalities.stage;

/** A stage will not go on with what it was given, and trying again will not help; the message says what to mend. */
public final class StageRefused extends Exception {
    private static final long serialVersionUID = 1;

    public StageRefused(String message) {
        super(message);
    }
}
