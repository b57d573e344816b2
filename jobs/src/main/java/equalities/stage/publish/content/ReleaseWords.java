package equalities.stage.publish.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a release says of itself outside its report and workbooks, in {@code release.properties}. */
public final class ReleaseWords {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("equalities/stage/publish/content/release", Locale.UK);

    private ReleaseWords() {}

    /** What stands under a key, its places filled. */
    public static String say(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.UK).format(values);
    }
}
