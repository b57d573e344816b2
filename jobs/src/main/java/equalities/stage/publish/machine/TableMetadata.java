package equalities.stage.publish.machine;

import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import equalities.stage.publish.content.ReleaseWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code csv-metadata.json}: the tables in the vocabulary of CSV on the Web.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class TableMetadata {
    private TableMetadata() {}

    static void write(List<OutputTable> tables, Path release) throws IOException {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", ReleaseWords.language())));
        group.put("dc:title", ReleaseWords.say("title"));
        group.put("tables", tables.stream().map(TableMetadata::table).toList());
        Json.write(group, release.resolve("csv-metadata.json"));
    }

    private static Map<String, Object> table(OutputTable table) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("url", table.name() + ".csv");
        described.put("dc:title", table.title());
        described.put("dc:description", table.caption());
        described.put(
                "tableSchema",
                Map.of(
                        "columns",
                        table.columns().stream().map(TableMetadata::column).toList()));
        return described;
    }

    private static Map<String, Object> column(OutputColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", column.name());
        described.put("dc:description", column.meaning());
        described.put("datatype", column.kind().name().toLowerCase(Locale.ROOT));
        return described;
    }
}
