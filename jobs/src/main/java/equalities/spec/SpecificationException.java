package equalities.spec;

/** The specification cannot be used as it stands; the message names the file and the mend. */
public final class SpecificationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SpecificationException(String message) {
        super(message);
    }

    public SpecificationException(String message, Throwable cause) {
        super(message, cause);
    }
}
