package equalities.stage.publish.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dot-and-interval plot, in lengths of SVG.
 *
 * @param bounds what unknown answers could do to the first mark, where that is known
 * @param words the same in words, for those who do not see it
 */
public record Strip(List<Mark> marks, @Nullable Span bounds, String words) {

    /**
     * A dot and its interval.
     *
     * @param shape dot or diamond
     * @param y where it is from the top, in pixels
     * @param beyondLeft whether the interval goes on to the left of the axis
     */
    public record Mark(String shape, int y, String at, Span span, String to, boolean beyondLeft, boolean beyondRight) {

        static Mark of(Axis axis, String shape, int y, double value, double lower, double upper) {
            return new Mark(
                    shape,
                    y,
                    Axis.percent(axis.at(value)),
                    Span.between(axis, lower, upper),
                    Axis.percent(axis.at(upper)),
                    lower < axis.from(),
                    upper > axis.to());
        }
    }

    /** From a place on, so wide. */
    public record Span(String from, String width) {
        static @Nullable Span of(Axis axis, @Nullable Double low, @Nullable Double high) {
            return low == null || high == null ? null : between(axis, low, high);
        }

        private static Span between(Axis axis, double low, double high) {
            double from = axis.at(low);
            return new Span(Axis.percent(from), Axis.percent(axis.at(high) - from));
        }
    }
}
