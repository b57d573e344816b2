package equalities.stage.publish.workbook;

import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code tables.xlsx} and {@code tables.ods}. */
public final class Workbooks {
    private Workbooks() {}

    /**
     * @param facts what the release says of itself: {@code policy}, {@code invented}
     * @param madeAt an instant, as ISO 8601 writes it
     */
    public static void write(List<OutputTable> tables, Map<String, @Nullable Object> facts, String madeAt, Path release)
            throws IOException {
        String day = OffsetDateTime.parse(madeAt)
                .format(DateTimeFormatter.ofPattern("d MMMM yyyy", WorkbookContent.locale()));
        WorkbookContent content = WorkbookContent.of(tables, day, facts);
        try (OutputStream to = Files.newOutputStream(release.resolve("tables.xlsx"))) {
            ExcelWriter.write(content, to);
        }
        try (OutputStream to = Files.newOutputStream(release.resolve("tables.ods"))) {
            OpenDocumentWriter.write(content, madeAt, to);
        }
    }
}
