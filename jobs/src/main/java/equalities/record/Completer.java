package equalities.record;

import equalities.spec.Composition;
import equalities.spec.Composition.Heading;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes a label that an export cut off: only where enough of it is left and everything it could be is one code. */
final class Completer {
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> AMBIGUOUS = Set.of("one reading", "another reading");

    private final Composition composition;
    private final Map<String, String> table;

    Completer(Composition composition, Map<String, String> table) {
        this.composition = composition;
        this.table = table;
    }

    /** The code, group or status of a normalised label without its end, or null. */
    @Nullable
    String read(String label) {
        Integer shortest = composition.shortestTruncated();
        String lastWord = label.substring(label.lastIndexOf(' ') + 1);
        if (shortest == null || label.length() < shortest || lastWord.length() < SHORTEST_WORD) {
            return null;
        }
        Set<String> possible = new LinkedHashSet<>(completions(label, Stream.empty()));
        for (Heading heading : composition.headings()) {
            possible.addAll(under(heading, label));
        }
        return possible.size() == 1 ? possible.iterator().next() : null;
    }

    private Set<String> under(Heading heading, String label) {
        Set<String> possible = new LinkedHashSet<>();
        for (String says : heading.says()) {
            if (says.startsWith(label)) {
                // The heading itself is cut off: anything under it may have followed.
                return AMBIGUOUS;
            } else if (label.startsWith(says + " ")) {
                possible.addAll(completions(label.substring(says.length() + 1), members(heading)));
            }
        }
        // What may not stand under the heading speaks against every reading, not for one.
        return possible.isEmpty() || heading.codes().containsAll(possible) ? possible : AMBIGUOUS;
    }

    private Stream<Map.Entry<String, String>> members(Heading heading) {
        Stream<Map.Entry<String, String>> own = heading.members().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(label -> Map.entry(label, e.getKey())));
        String other = heading.other();
        return other == null
                ? own
                : Stream.concat(own, composition.other().stream().map(o -> Map.entry(o, other)));
    }

    /** Only a label cut off within a word shows that it was cut off. */
    private Set<String> completions(String start, Stream<Map.Entry<String, String>> more) {
        Set<String> found = new LinkedHashSet<>();
        Stream.concat(table.entrySet().stream(), more)
                .filter(e -> e.getKey().startsWith(start))
                .forEach(e -> {
                    boolean withinAWord =
                            e.getKey().length() > start.length() && e.getKey().charAt(start.length()) != ' ';
                    found.addAll(withinAWord ? Set.of(e.getValue()) : AMBIGUOUS);
                });
        return found;
    }
}
