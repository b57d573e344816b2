package equalities.record;

import equalities.spec.Field;
import equalities.spec.Layout;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Which layout a sheet has. */
public sealed interface Recognition extends Serializable {
    /**
     * @param headerRow the number of the row with the headings
     * @param headings as the file has them
     * @param columns field to the column it stands in, counted from 0
     * @param dates how the sheet writes its dates
     */
    record Recognised(
            Layout layout,
            String sheet,
            long headerRow,
            List<String> headings,
            Map<Field, Integer> columns,
            DateForms dates)
            implements Recognition {
        /** With dates as they are read where nothing is known of the column. */
        Recognised(Layout layout, String sheet, long headerRow, List<String> headings, Map<Field, Integer> columns) {
            this(layout, sheet, headerRow, headings, columns, DateForms.BRITISH);
        }

        Recognised with(DateForms forms) {
            return new Recognised(layout, sheet, headerRow, headings, columns, forms);
        }
    }

    record NotRecognised(String message, String fix) implements Recognition {}
}
