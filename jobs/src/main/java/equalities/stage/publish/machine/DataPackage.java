package equalities.stage.publish.machine;

import equalities.lake.Fingerprint;
import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code datapackage.json}: the tables as a Frictionless Tabular Data Package.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-package/">the specification, version 1</a>
 */
final class DataPackage {
    private DataPackage() {}

    static void write(List<OutputTable> tables, String madeAt, Path release) throws IOException {
        List<Object> resources = new ArrayList<>();
        for (OutputTable table : tables) {
            resources.add(resource(table, release.resolve(table.name() + ".csv")));
        }
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", "who-sees-an-advocate");
        descriptor.put("title", "Who sees an advocate?");
        descriptor.put("description", "Use of Independent Mental Health Advocacy by those entitled to it, in England.");
        descriptor.put("created", madeAt);
        descriptor.put("resources", resources);
        Json.write(descriptor, release.resolve("datapackage.json"));
    }

    private static Map<String, Object> resource(OutputTable table, Path file) throws IOException {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        schema.put("missingValues", List.of(""));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("title", table.title());
        resource.put("description", table.caption());
        resource.put("path", table.name() + ".csv");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", Files.size(file));
        resource.put("hash", "sha256:" + Fingerprint.ofFile(file));
        resource.put("schema", schema);
        return resource;
    }

    private static Map<String, Object> field(OutputColumn column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.kind().name().toLowerCase(Locale.ROOT));
        field.put("description", column.meaning());
        return field;
    }
}
