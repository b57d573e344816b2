package equalities.spec;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How written words are compared: without regard to case, spaces, dashes, punctuation and Unicode form. */
public final class Words {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private Words() {}

    /** As written but for case and the blanks around: how codes are compared. */
    public static String fold(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** Lower case, NFKC, every run of anything but letters and digits one space, trimmed. */
    public static String normalise(String written) {
        String form = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_WORD.matcher(form).replaceAll(" ").strip();
    }
}
