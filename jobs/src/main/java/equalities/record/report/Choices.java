package equalities.record.report;

import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The hidden sheet with the answers that may be chosen, a column for each list. */
final class Choices implements AutoCloseable {
    private static final List<String> TRUTHS = List.of("Yes", "No");

    private final Specification specification;
    private final Worksheet sheet;
    private final Map<String, Range> byList = new HashMap<>();

    Choices(Specification specification, Worksheet sheet) {
        this.specification = specification;
        this.sheet = sheet;
        sheet.setVisibilityState(VisibilityState.HIDDEN);
    }

    /** The range of the answers of each field that has a list. */
    Map<Field, Range> ranges(Layout layout) {
        Map<Field, Range> ranges = new HashMap<>();
        for (Field field : layout.fields()) {
            String list = list(field);
            if (list != null) {
                ranges.put(field, byList.computeIfAbsent(list, this::write));
            }
        }
        return ranges;
    }

    private @Nullable String list(Field field) {
        if (field.characteristic() != null) {
            return specification.characteristic(field.characteristic()).codelist();
        }
        return field.codelist() != null ? field.codelist() : field.type() == Field.Type.BOOLEAN ? "" : null;
    }

    private Range write(String list) {
        List<String> labels = list.isEmpty() ? TRUTHS : labels(specification.codeList(list));
        int column = byList.size();
        for (int i = 0; i < labels.size(); i++) {
            sheet.value(i, column, labels.get(i));
        }
        return sheet.range(0, column, labels.size() - 1, column);
    }

    private static List<String> labels(CodeList list) {
        return list.codes().stream().map(Code::label).toList();
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
    }
}
