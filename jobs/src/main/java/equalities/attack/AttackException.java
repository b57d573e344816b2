package equalities.attack;

/** What was to be attacked cannot be read; the message says where and what to mend. */
public final class AttackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AttackException(String message) {
        super(message);
    }
}
