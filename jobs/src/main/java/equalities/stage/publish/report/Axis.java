package equalities.stage.publish.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scale from values to places across a drawing, in percent of its width, so that a drawing fits any screen.
 *
 * @param from the value at the left
 * @param to the value at the right
 * @param logarithmic whether equal ratios are equally far apart
 * @param ticks the values that are marked
 * @param format how a marked value is written, in the form of {@link String#format}, after {@code times}
 * @param times what a value is multiplied by before it is written
 */
record Axis(double from, double to, boolean logarithmic, List<Double> ticks, String format, double times) {
    private static final double MARGIN = 4;
    private static final List<Double> RATIOS = List.of(0.125, 0.25, 1 / 3.0, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0);

    /** A place of a marked value and its words. */
    public record Tick(String at, String label, boolean one) {}

    /** Shares from 0 to 100 %. */
    static Axis shares() {
        return new Axis(0, 1, false, List.of(0.0, 0.25, 0.5, 0.75, 1.0), "%.0f %%", 100);
    }

    /** Numbers from 0 to at least the largest. */
    static Axis numbers(double largest) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 10))));
        double fine = largest / step < 2.5 ? step / 2 : largest / step < 5 ? step : 2 * step;
        long steps = (long) Math.ceil(largest / fine);
        List<Double> ticks =
                DoubleStream.iterate(0, v -> v + fine).limit(steps + 1).boxed().toList();
        return new Axis(0, steps * fine, false, ticks, "%,.0f", 1);
    }

    /** Ratios, written for every 100, wide enough for these values but for no more than eightfold. */
    static Axis ratios(Stream<@Nullable Double> values) {
        double widest = values.filter(Objects::nonNull)
                .mapToDouble(v -> Math.abs(Math.log(Math.max(v, 0.01))))
                .max()
                .orElse(0);
        double reach = DoubleStream.of(2, 3, 4)
                .filter(r -> widest <= Math.log(r))
                .findFirst()
                .orElse(8);
        List<Double> ticks = RATIOS.stream()
                .filter(r -> r >= 1 / reach && r <= reach)
                .filter(r -> reach == 3 || (r != 3 && r != 1 / 3.0))
                .filter(r -> reach < 4 || (r != 0.75 && r != 1.5))
                .toList();
        return new Axis(1 / reach, reach, true, ticks, "%.0f", 100);
    }

    /** Where a value is, in percent; what is beyond an end is at that end. */
    double at(double value) {
        double within = Math.min(Math.max(value, from), to);
        double share = logarithmic
                ? (Math.log(within) - Math.log(from)) / (Math.log(to) - Math.log(from))
                : (within - from) / (to - from);
        return MARGIN + share * (100 - 2 * MARGIN);
    }

    /** Whether a value is beyond an end. */
    boolean isBeyond(double value) {
        return value < from || value > to;
    }

    /** As a length of SVG. */
    static String percent(double at) {
        return String.format(Locale.ROOT, "%.1f%%", at);
    }

    public List<Tick> marks() {
        return ticks.stream()
                .map(t -> new Tick(
                        percent(at(t)), String.format(Words.locale(), format, t * times), t == 1 && logarithmic))
                .toList();
    }
}
