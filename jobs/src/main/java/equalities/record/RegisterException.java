package equalities.record;

/** A register cannot be used; the message names the file and the mend. */
public final class RegisterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RegisterException(String message) {
        super(message);
    }
}
