package equalities.record;

import equalities.spec.Composition;
import equalities.spec.Composition.Heading;
import equalities.spec.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads labels that have no spelling, as a {@link Composition} says. A label is read only when every word of it is
 * accounted for and all ways to read it agree; it is never read in part.
 */
final class Composer {
    private static final Pattern NUMBER = Pattern.compile("^\\d+ ");

    private final Composition composition;
    private final Map<String, String> table;
    private final List<Pattern> forms;

    /** @param table normalised spelling to its code, group or status */
    Composer(Composition composition, Map<String, String> table) {
        this.composition = composition;
        this.table = table;
        this.forms = composition.forms().says().stream().map(Composer::form).toList();
    }

    private static Pattern form(String says) {
        String first = Pattern.quote(says).replaceFirst("\\{}", "\\\\E(?<label>.+)\\\\Q");
        return Pattern.compile(first.replace("{}", "\\E\\k<label>\\Q"));
    }

    /** The code, group or status of a normalised label, or null. The label with the least taken off it counts. */
    @Nullable
    String read(String normal) {
        String mended = Arrays.stream(normal.split(" "))
                .map(w -> composition.words().getOrDefault(w, w))
                .collect(Collectors.joining(" "));
        Deque<String> waiting = new ArrayDeque<>(List.of(mended));
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            String label = waiting.removeFirst();
            if (!label.isEmpty() && seen.add(label)) {
                String meaning = meaning(label);
                if (meaning != null) {
                    return meaning;
                }
                waiting.addAll(stripped(label));
            }
        }
        return new Completer(composition, table).read(mended);
    }

    private List<String> stripped(String label) {
        List<String> shorter = new ArrayList<>();
        composition.after().stream()
                .filter(a -> label.endsWith(" " + a))
                .forEach(a -> shorter.add(label.substring(0, label.length() - a.length() - 1)));
        composition.before().stream()
                .filter(b -> label.startsWith(b + " "))
                .forEach(b -> shorter.add(label.substring(b.length() + 1)));
        if (composition.numbered()) {
            shorter.add(NUMBER.matcher(label).replaceFirst(""));
        }
        return shorter;
    }

    private @Nullable String meaning(String label) {
        String spelled = table.get(label);
        if (spelled != null) {
            return spelled;
        }
        Set<String> found = withoutHeading(label);
        composition.headings().forEach(heading -> found.addAll(under(heading, label)));
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private Set<String> withoutHeading(String label) {
        String spelled = table.get(label);
        Set<String> found = new LinkedHashSet<>(spelled == null ? Set.of() : Set.of(spelled));
        forms.forEach(form -> ofForm(form, label).ifPresent(found::add));
        found.addAll(joined(List.of(label.split(" "))));
        return found;
    }

    private Set<String> under(Heading heading, String label) {
        Set<String> found = new LinkedHashSet<>();
        for (String says : heading.says()) {
            if (label.equals(says)) {
                found.add(Spelling.GROUP + heading.group());
            }
            if (label.startsWith(says + " ")) {
                String rest = label.substring(says.length() + 1);
                found.addAll(members(heading, rest));
                under(heading, rest).stream().filter(heading.codes()::contains).forEach(found::add);
            }
            if (label.endsWith(" " + says)) {
                String rest = label.substring(0, label.length() - says.length() - 1);
                found.addAll(heading.beforeOnly() ? other(heading, rest) : members(heading, rest));
            }
        }
        return found;
    }

    /** What stands beside a heading: its "any other", one of its own members, or a label of a code that it may hold. */
    private Set<String> members(Heading heading, String rest) {
        Set<String> found = other(heading, rest);
        heading.members().forEach((code, labels) -> {
            if (labels.contains(rest)) {
                found.add(code);
            }
        });
        if (found.isEmpty()) {
            withoutHeading(rest).stream().filter(heading.codes()::contains).forEach(found::add);
        }
        return found;
    }

    private Set<String> other(Heading heading, String rest) {
        boolean isOther = heading.other() != null && composition.other().contains(rest);
        return new LinkedHashSet<>(isOther ? Set.of(String.valueOf(heading.other())) : Set.of());
    }

    /** What several spellings say together, where all of them say the same: "english or welsh". */
    private Set<String> joined(List<String> words) {
        List<Set<String>> saidUpTo = new ArrayList<>();
        for (int to = 0; to <= words.size(); to++) {
            Set<String> said = new LinkedHashSet<>();
            for (int from = 0; from < to; from++) {
                String part = table.get(String.join(" ", words.subList(from, to)));
                boolean join = to - from == 1 && from > 0 && composition.joins().contains(words.get(from));
                if (part != null && (from == 0 || saidUpTo.get(from).contains(part))) {
                    said.add(part);
                } else if (join && to < words.size()) {
                    said.addAll(saidUpTo.get(from));
                }
            }
            saidUpTo.add(said);
        }
        return saidUpTo.get(words.size());
    }

    private Optional<String> ofForm(Pattern form, String label) {
        Matcher matcher = form.matcher(label);
        return matcher.matches()
                ? Optional.ofNullable(table.get(matcher.group("label")))
                        .filter(composition.forms().codes()::contains)
                : Optional.empty();
    }
}
