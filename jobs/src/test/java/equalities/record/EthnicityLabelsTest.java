package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import equalities.spec.CodeList;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Some five hundred labels of ethnic groups as people, forms, exports and programs write them. */
class EthnicityLabelsTest {
    private record Label(String written, String expected) {}

    private final CodeList list = SpecificationReader.read(
                    Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"))
            .codeList("ethnicity");
    private final Coder coder = new Coder(list, "");

    @Test
    void no_label_is_read_wrongly() throws IOException {
        assertThat(labels())
                .filteredOn(label -> !right(label) && !honest(label))
                .extracting(label -> label + " read as " + meaning(label))
                .isEmpty();
    }

    @Test
    void nearly_every_label_that_has_a_code_is_understood() throws IOException {
        List<Label> coded =
                labels().stream().filter(l -> !l.expected().equals("unmapped")).toList();
        assertThat(coded).hasSizeGreaterThan(300);
        List<Label> left = coded.stream().filter(label -> !right(label)).toList();
        assertThat(left).hasSizeLessThanOrEqualTo(coded.size() / 50);
    }

    private boolean right(Label label) {
        return label.expected().equals(meaning(label));
    }

    /** Unmapped, or the upper group where a code was meant. */
    private boolean honest(Label label) {
        String meaning = meaning(label);
        String group = list.find(label.expected()).map(c -> c.group()).orElse("none");
        return meaning.equals("unmapped") || meaning.equals("group:" + group);
    }

    private String meaning(Label label) {
        String group = coder.group(label.written());
        if (group != null) {
            return "group:" + group;
        }
        String code = Objects.requireNonNullElse(coder.code(label.written()), "unmapped");
        return list.find(code)
                .map(c -> c.group())
                .filter(g -> g.equals("declined") || g.equals("not recorded"))
                .orElse(code);
    }

    private static List<Label> labels() throws IOException {
        List<Label> labels = new ArrayList<>();
        try (InputStreamReader in = new InputStreamReader(
                        Objects.requireNonNull(EthnicityLabelsTest.class.getResourceAsStream("ethnicity-labels.csv")),
                        StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            rows.forEach(row -> labels.add(new Label(row.getField("label"), row.getField("expected"))));
        }
        return labels;
    }
}
