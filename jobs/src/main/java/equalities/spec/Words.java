package equalities.spec;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How written words are compared: without regard to case, spaces, dashes, punctuation and Unicode form. */
public final class Words {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Words() {}

    /** As written but for case and the blanks around: how codes are compared. */
    public static String fold(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** Lower case, NFKC, {@code &} as "and", every other run of signs one space, trimmed. */
    public static String normalise(String written) {
        String visible = INVISIBLE.matcher(written).replaceAll("");
        String form = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_WORD
                .matcher(AND.matcher(form).replaceAll(" and "))
                .replaceAll(" ")
                .strip();
    }

    /** The words of a name as programs write them: {@code whiteBritish} as "white british". */
    public static String normaliseName(String written) {
        return normalise(HUMP.matcher(written).replaceAll(" "));
    }
}
