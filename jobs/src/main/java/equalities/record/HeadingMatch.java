package equalities.record;

import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Headings tried as those of a layout. */
record HeadingMatch(Layout layout, Map<Field, Integer> columns, List<Field> missing) {
    private static final double REQUIRED_COUNTS = 2;

    /** @param taken columns that belong to another table */
    static HeadingMatch of(Layout layout, List<String> headings, Set<Integer> taken) {
        return of(layout, found(headings, taken));
    }

    private static Map<String, Integer> found(List<String> headings, Set<Integer> taken) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!taken.contains(i)) {
                found.putIfAbsent(Words.normalise(headings.get(i)), i);
            }
        }
        return found;
    }

    private static HeadingMatch of(Layout layout, Map<String, Integer> found) {
        Map<Field, Integer> columns = new LinkedHashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Field field : layout.fields()) {
            field.headings().stream()
                    .map(found::get)
                    .filter(i -> i != null && !used.contains(i))
                    .findFirst()
                    .ifPresent(i -> {
                        columns.put(field, i);
                        used.add(i);
                    });
        }
        List<Field> missing = layout.fields().stream()
                .filter(f -> !f.optionalHeading() && !columns.containsKey(f))
                .toList();
        return new HeadingMatch(layout, columns, missing);
    }

    /** The best of several layouts, or null when none has any of the headings. */
    static @Nullable HeadingMatch best(Collection<Layout> layouts, List<String> headings, Set<Integer> taken) {
        Map<String, Integer> found = found(headings, taken);
        HeadingMatch best = null;
        for (Layout layout : layouts) {
            HeadingMatch match = of(layout, found);
            if (!match.columns.isEmpty() && (best == null || match.rank() > best.rank())) {
                best = match;
            }
        }
        return best;
    }

    /** Whether nothing is missing that the layout asks for. */
    boolean complete() {
        return missing.isEmpty();
    }

    /** The share of required headings first, then how many headings there are at all. */
    double rank() {
        return columns.isEmpty() ? 0 : required() + columns.size() / 1000.0;
    }

    /** The share of the headings that the layout requires. */
    double required() {
        long required =
                layout.fields().stream().filter(f -> !f.optionalHeading()).count();
        return required == 0 ? 1 : (double) (required - missing.size()) / required;
    }

    /** The share of the layout's headings, between 0 and 1; those it requires count twice. */
    double score() {
        double all = weight(layout.fields());
        return all == 0 ? 0 : weight(columns.keySet()) / all;
    }

    private static double weight(Collection<Field> fields) {
        return fields.stream()
                .mapToDouble(f -> f.optionalHeading() ? 1 : REQUIRED_COUNTS)
                .sum();
    }

    int firstColumn() {
        return columns.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    String missingNames() {
        return missing.stream().map(f -> "'" + f.name() + "'").collect(Collectors.joining(", "));
    }
}
