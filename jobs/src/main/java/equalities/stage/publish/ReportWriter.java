package equalities.stage.publish;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report: one HTML file that opens from disk without a network. Its words are in the template. */
final class ReportWriter {
    private ReportWriter() {}

    static void write(List<OutputTable> tables, String policy, String madeAt, Path file) throws IOException {
        ClasspathLoader loader = new ClasspathLoader(ReportWriter.class.getClassLoader());
        loader.setPrefix("equalities/stage/publish");
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(false)
                .defaultLocale(Locale.UK)
                .build();
        Map<String, @Nullable Object> context = new HashMap<>();
        for (OutputTable table : tables) {
            context.put(table.name(), table.relation().maps());
        }
        context.put("tables", tables);
        context.put("policy", policy);
        context.put("made_at", madeAt);
        Writer out = new StringWriter();
        engine.getTemplate("report.html").evaluate(out, context);
        Files.writeString(file, out.toString());
    }
}
