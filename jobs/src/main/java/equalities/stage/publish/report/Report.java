package equalities.stage.publish.report;

import equalities.engine.duckdb.Relation;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report. It holds no script, and its policy allows one style sheet, by its hash, and nothing else: pages are
 * chosen by their links and shown by the style sheet.
 */
public final class Report {
    private static final String FOLDER = "equalities/stage/publish/report";

    private Report() {}

    /**
     * @param relations the tables of the release by name
     * @param policy the disclosure policy
     * @param madeAt an instant, as ISO 8601 writes it
     */
    public static void write(Map<String, Relation> relations, String policy, String madeAt, Path file)
            throws IOException {
        ClasspathLoader loader = new ClasspathLoader(Report.class.getClassLoader());
        loader.setPrefix(FOLDER);
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.UK)
                .extension(new Language())
                .build();
        Map<String, @Nullable Object> context = context(new Tables(relations));
        context.put("policy", policy);
        context.put("made_at", madeAt);
        String style = style();
        context.put("style", style);
        context.put("style_hash", hash(style));
        Writer out = new StringWriter();
        engine.getTemplate("report.html").evaluate(out, context);
        Files.writeString(file, out.toString());
    }

    private static Map<String, @Nullable Object> context(Tables tables) {
        Axis ratios = Strips.axis(tables.newest("gaps", "basis", "linked"));
        Summary summary = Summary.of(tables, ratios);
        Double england = summary.total().stream()
                .map(r -> Row.number(r.cells(), "rate"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("tables", tables);
        context.put("period", tables.period());
        context.put("ratios", ratios);
        context.put("shares", Axis.shares());
        context.put("summary", summary);
        context.put("characteristics", CharacteristicView.all(tables, ratios, england));
        context.put("levels", PlaceView.levels(tables, ratios, england));
        context.put("providers", ProviderView.all(tables));
        context.put(
                "over_time",
                Multiple.of(tables.all("uptake_over_time").stream()
                        .filter(r -> Row.is(r, "characteristic", "total"))
                        .toList()));
        context.put("heat", HeatMap.england(tables));
        context.put("asked", HeatMap.providers(tables));
        return context;
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Report.class.getClassLoader().getResourceAsStream(FOLDER + "/report.css"), "the style sheet")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
