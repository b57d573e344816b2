package equalities.stage.publish.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a release says of itself outside its report and workbooks, in {@code release.properties}. */
public final class ReleaseWords {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("equalities/stage/publish/content/release", Locale.ROOT);
    private static final Locale LOCALE = Locale.forLanguageTag(WORDS.getString("language"));

    private ReleaseWords() {}

    /** The language that the words are in, as BCP 47 writes it. */
    public static String language() {
        return LOCALE.toLanguageTag();
    }

    /** What stands under a key, its places filled. */
    public static String say(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), LOCALE).format(values);
    }
}
