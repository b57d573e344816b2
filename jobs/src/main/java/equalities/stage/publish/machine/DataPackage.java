package equalities.stage.publish.machine;

import equalities.lake.Fingerprint;
import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import equalities.stage.publish.content.ReleaseWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code datapackage.json}: the tables as Frictionless Tabular Data Resources, and every other file of the release by its name.
 *
 * @see <a href="https://specs.frictionlessdata.io/data-package/">the specification, version 1</a>
 */
final class DataPackage {
    private static final String NAME = "datapackage.json";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "html", "text/html",
            "json", "application/json",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "parquet", "application/vnd.apache.parquet",
            "txt", "text/plain",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private DataPackage() {}

    /** Describes what is in a folder; the tables are there as CSV. */
    static void write(List<OutputTable> tables, String madeAt, Path release) throws IOException {
        List<Object> resources = new ArrayList<>();
        for (OutputTable table : tables) {
            resources.add(tabular(table, release.resolve(table.name() + ".csv")));
        }
        try (Stream<Path> files = Files.list(release)) {
            for (Path file :
                    files.filter(f -> !f.toString().endsWith(".csv")).sorted().toList()) {
                resources.add(other(file));
            }
        }
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("profile", "data-package");
        descriptor.put("name", "who-sees-an-advocate");
        descriptor.put("title", ReleaseWords.say("title"));
        descriptor.put("description", ReleaseWords.say("description"));
        descriptor.put("created", madeAt);
        descriptor.put("resources", resources);
        Json.write(descriptor, release.resolve(NAME));
    }

    private static Map<String, Object> tabular(OutputTable table, Path file) throws IOException {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        schema.put("missingValues", List.of(""));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("title", table.title());
        resource.put("description", table.caption());
        resource.put("encoding", "utf-8");
        resource.putAll(bytes(file));
        resource.put("schema", schema);
        return resource;
    }

    private static Map<String, Object> other(Path file) throws IOException {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "data-resource");
        // So that the Frictionless tool checks its sum and does not try to read a table in it.
        resource.put("type", "file");
        // Names are unique; a table and its Parquet differ by the ending.
        resource.put("name", String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
        resource.putAll(bytes(file));
        return resource;
    }

    private static Map<String, Object> bytes(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Map<String, Object> bytes = new LinkedHashMap<>();
        bytes.put("path", name);
        bytes.put("format", ending);
        bytes.put("mediatype", MEDIA_TYPES.getOrDefault(ending, "application/octet-stream"));
        bytes.put("bytes", Files.size(file));
        bytes.put("hash", "sha256:" + Fingerprint.ofFile(file));
        return bytes;
    }

    private static Map<String, Object> field(OutputColumn column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.kind().name().toLowerCase(Locale.ROOT));
        field.put("description", column.meaning());
        return field;
    }
}
