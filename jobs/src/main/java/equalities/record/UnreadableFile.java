package equalities.record;

import java.io.IOException;

/** A file that cannot be read as rows; says what was found and how to mend it, never what stands in a cell. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1;

    private final String fix;

    public UnreadableFile(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    public UnreadableFile(String message, String fix, Throwable cause) {
        super(message, cause);
        this.fix = fix;
    }

    /** What was found. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What the sender can do about it. */
    public String fix() {
        return fix;
    }
}
