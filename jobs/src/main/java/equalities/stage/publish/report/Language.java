package equalities.stage.publish.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What templates say words and numbers with: {@code say('key', …)}, {@code name('kind', text)}, and a filter a kind of number. */
final class Language extends AbstractExtension {

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "say", new Saying(a -> Words.say(string(a, 0), rest(a))),
                "name", new Saying(a -> Words.name(string(a, 0), string(a, 1))),
                "between", new Interval());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "percent", new Figure(Words::percent),
                "per100", new Figure(Words::forEvery100),
                "clause", new Figure((value, row, column) -> Words.firstClause(value)),
                "count", new Figure(Words::count),
                "day", new Figure((value, row, column) -> Words.day(value)),
                "period", new Figure((value, row, column) -> Words.period(value)),
                "months", new Figure((value, row, column) -> Words.months(value)));
    }

    private static String string(Map<String, Object> arguments, int place) {
        return String.valueOf(arguments.get(String.valueOf(place)));
    }

    private static Object[] rest(Map<String, Object> arguments) {
        return IntStream.range(1, arguments.size())
                .mapToObj(i -> arguments.get(String.valueOf(i)))
                .map(value -> value instanceof Number ? value : String.valueOf(value))
                .toArray();
    }

    private interface Said {
        String of(Map<String, Object> arguments);
    }

    private interface Shown {
        String of(@Nullable Object value, Map<String, @Nullable Object> row, String column);
    }

    private record Saying(Said said) implements Function {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            return said.of(arguments);
        }
    }

    /** {@code between(row)}, or {@code between(row, 'lower', 'upper')} for columns of other names. */
    private record Interval() implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("row", "from", "to");
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            Object of = arguments.get("row");
            Map<String, @Nullable Object> row = of instanceof Map ? (Map<String, @Nullable Object>) of : Map.of();
            return Words.between(
                    row.get(Objects.toString(arguments.get("from"), "lower")),
                    row.get(Objects.toString(arguments.get("to"), "upper")),
                    row);
        }
    }

    private record Figure(Shown shown) implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of("row", "column");
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            Object row = arguments.get("row");
            String column = Objects.toString(arguments.get("column"), "");
            return shown.of(input, row instanceof Map ? (Map<String, @Nullable Object>) row : Map.of(), column);
        }
    }
}
