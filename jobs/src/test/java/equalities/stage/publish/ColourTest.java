package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The colours of the report as those see them who lack a kind of cone, by the matrices of Machado, Oliveira and Fernandes
 * (2009), <i>A Physiologically-based Model for Simulation of Color Vision Deficiency</i>, severity 1, on linear light; and in grey.
 * Distances are those of CIE 1976 in L*a*b*, in which 2.3 is just seen.
 */
class ColourTest {
    /** Marks of a few pixels on a drawing. */
    private static final double MARKS_APART = 15;

    /** Areas that touch, with their figure in each. */
    private static final double SHADES_APART = 5;

    private static String style = "";

    enum Sight {
        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
        GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        double[] seen(double[] light) {
            return IntStream.range(0, 3)
                    .mapToDouble(
                            i -> matrix[3 * i] * light[0] + matrix[3 * i + 1] * light[1] + matrix[3 * i + 2] * light[2])
                    .map(v -> Math.min(1, Math.max(0, v)))
                    .toArray();
        }
    }

    @BeforeAll
    static void readStyle() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ColourTest.class.getResourceAsStream("/equalities/stage/publish/report/report.css"))) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void marks_are_told_from_each_other_and_from_what_they_lie_on(Sight sight) {
        assertThat(apart(sight, named("blue"), named("orange")))
                .as("dot and diamond")
                .isGreaterThan(MARKS_APART);
        for (String under : List.of("paper", "band")) {
            for (String mark : List.of("blue", "orange", "ink")) {
                assertThat(apart(sight, named(mark), named(under)))
                        .as(mark + " on " + under)
                        .isGreaterThan(MARKS_APART);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void each_shade_of_a_table_is_told_from_the_next(Sight sight) {
        List<String> shades = shades();
        assertThat(shades).hasSize(6);
        for (int i = 1; i < shades.size(); i++) {
            assertThat(apart(sight, shades.get(i - 1), shades.get(i)))
                    .as("shade " + i)
                    .isGreaterThan(SHADES_APART);
        }
    }

    @Test
    void red_and_green_alike_in_lightness_are_seen_to_be_alike() {
        assertThat(apart(Sight.DEUTERANOPIA, "#b05050", "#488448")).isLessThan(MARKS_APART);
        assertThat(apart(Sight.FULL, "#b05050", "#488448")).isGreaterThan(3 * MARKS_APART);
    }

    @Test
    void whatever_a_colour_tells_a_shape_a_dash_or_a_word_tells_too() throws IOException {
        String report = Files.readString(InventedRelease.shared().resolve("report.html"));
        assertThat(report)
                .as("estimates: a dot and a diamond")
                .contains("<circle id=\"dot\"", "<path id=\"diamond\"")
                .as("places: an open and a full circle, a triangle")
                .contains("<circle class=\"within\"", "<circle class=\"low\"", "<path class=\"high\"");
        assertThat(rule(".within")).contains("fill:#fff");
        assertThat(List.of(rule(".inner"), rule(".one"), rule(".line"), rule(".bounds")))
                .as("lines and areas")
                .allMatch(r -> r.contains("stroke-dasharray"))
                .doesNotHaveDuplicates();
        assertThat(Pattern.compile("class=\"shade(?:less|\\d)\">([^<]*)<")
                        .matcher(report)
                        .results())
                .as("shaded cells say their figure")
                .hasSizeGreaterThan(20)
                .allMatch(cell -> !cell.group(1).isBlank());
        assertThat(report).as("a gap is a word").contains("<strong>Gap</strong>");
    }

    private static String rule(String selector) {
        Matcher found = Pattern.compile("(?:^|[}\\n])" + Pattern.quote(selector) + "\\{([^}]*)}")
                .matcher(style);
        assertThat(found.find()).as(selector).isTrue();
        return found.group(1);
    }

    private static String named(String name) {
        return found("--" + name + ":(#[0-9a-f]{3,6})").get(0);
    }

    private static List<String> shades() {
        return found("\\.shade\\d\\{background:(#[0-9a-f]{6})");
    }

    private static List<String> found(String pattern) {
        List<String> all = new ArrayList<>();
        Pattern.compile(pattern).matcher(style).results().forEach(r -> all.add(r.group(1)));
        return all;
    }

    private static double apart(Sight sight, String one, String other) {
        double[] a = lab(sight.seen(light(one)));
        double[] b = lab(sight.seen(light(other)));
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    /** Linear light of a colour, by the curve of sRGB (IEC 61966-2-1). */
    private static double[] light(String colour) {
        String full = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return IntStream.of(1, 3, 5)
                .mapToDouble(i -> Integer.parseInt(full.substring(i, i + 2), 16) / 255.0)
                .map(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] lab(double[] light) {
        double x = curved((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505);
        double y = curved(0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]);
        double z = curved((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089);
        return DoubleStream.of(116 * y - 16, 500 * (x - y), 200 * (y - z)).toArray();
    }

    private static double curved(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
    }
}
