package equalities.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a coded answer tells: an answer, or one of the kinds of not knowing, which are never merged and never shown as
 * zero. In the order in which one is preferred to the next when a person's sources differ.
 */
public enum Status {
    KNOWN("known"),
    DECLINED("declined"),
    UNSURE("unsure"),
    UNMAPPED("unmapped"),
    NOT_RECORDED("not recorded"),
    NOT_COLLECTED("not collected");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word used in tables, files and pages; also the code where a national list has none. */
    public String word() {
        return word;
    }

    public static Optional<Status> ofWord(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
