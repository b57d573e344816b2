package equalities.stage.publish.machine;

import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code findings.json}: every finding that has a sentence, with its figures, by the identifier that later releases keep. */
final class FindingsFile {
    static final String NAME = "findings.json";

    private FindingsFile() {}

    static void write(List<OutputTable> tables, Path release) throws IOException {
        List<Map<String, @Nullable Object>> findings = new ArrayList<>();
        for (OutputTable table : tables) {
            for (Map<String, @Nullable Object> row : table.relation().maps()) {
                if (row.get("finding_id") != null && row.get("sentence") != null) {
                    findings.add(finding(table.name(), row));
                }
            }
        }
        Json.write(Map.of("findings", findings), release.resolve(NAME));
    }

    private static Map<String, @Nullable Object> finding(String table, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> finding = new LinkedHashMap<>();
        finding.put("finding_id", row.get("finding_id"));
        finding.put("sentence", row.get("sentence"));
        finding.put("verdict", row.get("verdict"));
        finding.put("table", table);
        row.forEach(finding::putIfAbsent);
        return finding;
    }
}
