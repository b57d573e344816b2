package equalities.record;

import equalities.spec.Bridge;
import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Spelling;
import equalities.spec.Status;
import equalities.spec.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands what is written for the codes of one list: by table first, then by safe normalisation, never by guess.
 * What is left over is for {@link Suggester}.
 */
final class Coder {
    private static final int REMEMBERED = 10_000;
    /** Characters of a cell beyond which it names no code: the time to take a label apart grows with the cube of its words. */
    private static final int LONGEST = 500;

    private static final int SHORTEST_RUN = 6;
    private static final Pattern HEADING_SIGN = Pattern.compile(":| [-\u2013\u2014]|[-\u2013\u2014] ");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M} ]+");

    private final CodeList list;
    private final Map<String, String> table = new HashMap<>();
    private final Map<String, String> why = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Optional<String>> runs = new HashMap<>();
    private final Composer composer;
    private final LabelledCode labelled;
    private final Suggester suggester;
    private final Map<String, Optional<String>> remembered = remembering();
    private final Map<String, String> nearest = remembering();

    Coder(CodeList list, String provider) {
        this.list = list;
        list.bridges().stream()
                .filter(b -> list.composition().codesOf().contains(b.from()))
                .forEach(this::addCodesOf);
        for (Code code : list.codes()) {
            codes.put(Words.fold(code.code()), code.code());
            table.putIfAbsent(Words.normalise(code.label()), code.code());
        }
        list.groups().forEach(g -> table.putIfAbsent(Words.normalise(g), Spelling.GROUP + g));
        add(list.absences(), String::isBlank);
        add(list.spellings(), String::isBlank);
        add(list.spellings(), provider::equals);
        table.forEach(this::addRun);
        this.composer = new Composer(list.composition(), table);
        this.labelled = new LabelledCode(list, codes, composer::read);
        this.suggester = new Suggester(list);
    }

    /** A memory of what a spelling came to; it forgets the oldest when there are too many. */
    static <T> Map<String, T> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private void addCodesOf(Bridge bridge) {
        bridge.rows()
                .forEach(row ->
                        bridge.across(row.fromCode()).ifPresent(code -> codes.put(Words.fold(row.fromCode()), code)));
    }

    private void add(List<Spelling> spellings, Predicate<String> ofProvider) {
        for (Spelling spelling : spellings) {
            if (ofProvider.test(spelling.provider()) && !(spelling.provider().isBlank() && ownCode(spelling))) {
                table.put(spelling.spelling(), spelling.code());
                why.put(spelling.spelling(), spelling.why());
            }
        }
    }

    /** A word for all lists does not outdo a code of this one. */
    private boolean ownCode(Spelling spelling) {
        return list.absences().contains(spelling) && codes.containsKey(spelling.spelling());
    }

    /** A spelling without its blanks, where no other spelling looks the same so. */
    private void addRun(String spelling, String code) {
        String run = spelling.replace(" ", "");
        if (LETTERS.matcher(spelling).matches() && run.length() >= SHORTEST_RUN) {
            runs.merge(run, Optional.of(code), (a, b) -> a.equals(b) ? a : Optional.empty());
        }
    }

    /** The code or the word of a status, {@code All}, or null when it is not understood or names no single code. */
    @Nullable
    String code(String written) {
        String meaning = meaning(written);
        return meaning == null || meaning.startsWith(Spelling.GROUP) || isUnmapped(meaning) ? null : meaning;
    }

    /** The label of an upper group, or null. */
    @Nullable
    String group(String written) {
        String meaning = meaning(written);
        return meaning != null && meaning.startsWith(Spelling.GROUP)
                ? meaning.substring(Spelling.GROUP.length())
                : null;
    }

    /** Why something known has no code here, or null. */
    @Nullable
    String whyNot(String written) {
        String meaning = meaning(written);
        return meaning != null && isUnmapped(meaning) ? why.get(Words.normalise(written)) : null;
    }

    private static boolean isUnmapped(String meaning) {
        return meaning.equals(Status.UNMAPPED.word());
    }

    private @Nullable String meaning(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        return remembered
                .computeIfAbsent(
                        written, w -> Optional.ofNullable(understood(w)).filter(meaning -> fitsItsHeading(w, meaning)))
                .orElse(null);
    }

    /** What stands after a colon or a dash belongs to the group that stands before it. */
    private boolean fitsItsHeading(String written, String meaning) {
        String[] parts = HEADING_SIGN.split(written, 2);
        String before = parts.length < 2 ? null : composer.read(Words.normalise(parts[0]));
        return before == null
                || list.composition().headings().stream()
                        .filter(h -> before.equals(Spelling.GROUP + h.group()))
                        .allMatch(h -> h.codes().contains(meaning)
                                || list.find(meaning).isEmpty());
    }

    private @Nullable String understood(String written) {
        String normal = Words.normalise(written);
        String spelled = table.get(normal);
        if (spelled != null) {
            return spelled;
        }
        String code = codes.get(Words.fold(written));
        if (code != null) {
            return code;
        }
        Optional<String> run = LETTERS.matcher(normal).matches() ? runs.get(normal.replace(" ", "")) : null;
        if (run != null) {
            return run.orElse(null);
        }
        return labelled.holdsCode(normal) ? labelled.code(normal) : composed(written, normal);
    }

    private @Nullable String composed(String written, String normal) {
        String read = composer.read(normal);
        return read != null ? read : composer.read(Words.normaliseName(written));
    }

    /** The answers in a cell that may hold several: divided only where the whole is not itself understood. */
    List<String> parts(String written, List<String> separators) {
        List<String> parts = List.of(written);
        for (String separator : separators) {
            parts = parts.stream()
                    .flatMap(p -> code(p) != null ? Stream.of(p) : Stream.of(p.split(Pattern.quote(separator))))
                    .map(Blanks::strip)
                    .filter(p -> !p.isEmpty())
                    .toList();
        }
        return parts.isEmpty() ? List.of(written) : parts;
    }

    /** The nearest codes of what was not understood, as the end of an error's mend; nothing when none is near. */
    String nearest(String written) {
        return written.length() > LONGEST ? "" : nearest.computeIfAbsent(written, suggester::sentence);
    }

    /** What may be written for an upper group, for an error. */
    String within(String group) {
        return list.codes().stream()
                .filter(c -> c.group().equals(group))
                .map(Code::label)
                .collect(Collectors.joining(", "));
    }

    /** What may be written, for an error. */
    String allowed() {
        List<String> labels = list.codes().stream().limit(12).map(Code::label).toList();
        return String.join(", ", labels) + (list.codes().size() > 12 ? " …" : "");
    }
}
