package equalities.stage.publish.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages by the templates of their names, with the one style sheet inside and the policy that allows no other. */
final class Templates {
    private static final String FOLDER = "equalities/stage/publish/report";

    private Templates() {}

    static String page(String template, Map<String, @Nullable Object> context) throws IOException {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Words.locale())
                .extension(new Language())
                .build();
        Map<String, @Nullable Object> all = new HashMap<>(context);
        String style = style();
        all.put("style", style);
        all.put("style_hash", hash(style));
        Writer out = new StringWriter();
        engine.getTemplate(template).evaluate(out, all);
        return out.toString();
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Templates.class.getClassLoader().getResourceAsStream(FOLDER + "/report.css"), "the style sheet")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    + headings("shares", "uptake", "between", "with_case", "entitled")
                    + headings("gaps", "crude", "adjusted", "bounds", "verdict")
                    + headings("groups", "adjusted", "verdict")
                    + headings("changed", "group", "measure", "before", "now");
        }
    }

    /**
     * On a phone, where a row is a block, each figure has the heading of its column before it. It is said once in the style
     * sheet and not in each cell, and not to those who hear the table, for they are told the heading.
     */
    private static String headings(String table, String... columns) {
        StringBuilder rules = new StringBuilder("@media screen and (max-width:48rem){");
        for (int i = 0; i < columns.length; i++) {
            String heading = "\"" + Words.say("column." + columns[i]).replaceAll("[\\\\\"<]", "") + "\"";
            rules.append(String.format(
                    Locale.ROOT,
                    ".%s td:nth-child(%d)::before{content:%s;content:%s/\"\"}",
                    table,
                    i + 3,
                    heading,
                    heading));
        }
        return rules.append("}\n").toString();
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
