package equalities.record;

import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Spelling;
import equalities.spec.Status;
import equalities.spec.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The codes nearest to what was not understood. It suggests and never decides. */
final class Suggester {
    private static final int MOST = 3;
    private static final int LONGEST = 80;
    private static final double FARTHEST = 0.3;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final CodeList list;
    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, String[]> words = new HashMap<>();

    Suggester(CodeList list) {
        this.list = list;
        list.codes().forEach(c -> phrases.put(Words.normalise(c.label()), c.code()));
        list.spellings().stream()
                .filter(s -> isCode(s.code()) && s.provider().isBlank())
                .forEach(s -> phrases.put(s.spelling(), s.code()));
        phrases.keySet().forEach(p -> words.put(p, p.split(" ")));
    }

    private static boolean isCode(String meaning) {
        return !meaning.startsWith(Spelling.GROUP)
                && !meaning.equals(Spelling.ALL)
                && !meaning.equals(Status.UNMAPPED.word());
    }

    /** At most three, the nearest first; none when nothing is near. */
    List<Suggestion> nearest(String written) {
        String normal = Words.normalise(written);
        if (normal.isEmpty() || normal.length() > LONGEST) {
            return List.of();
        }
        String[] parts = normal.split(" ");
        Map<String, Double> best = new HashMap<>();
        phrases.forEach((phrase, code) -> best.merge(code, distance(normal, parts, phrase), Math::min));
        return best.entrySet().stream()
                .filter(e -> e.getValue() <= FARTHEST)
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(e -> new Suggestion(e.getKey(), label(e.getKey()), e.getValue()))
                .toList();
    }

    /** The nearest as the end of a sentence that tells how to mend a cell, or nothing. */
    String sentence(String written) {
        List<Suggestion> nearest = nearest(written);
        return nearest.isEmpty()
                ? ""
                : nearest.stream()
                        .map(s -> String.format(Locale.ROOT, "%s (%.2f)", s.label(), s.distance()))
                        .collect(Collectors.joining(", ", SENTENCE, "."));
    }

    /** How the sentence starts; what stands before it is the same for every cell of a list. */
    static final String SENTENCE = " Nearest, with their distance: ";

    private String label(String code) {
        return list.find(code).map(Code::label).orElse(code);
    }

    /** 0 alike to 1 unlike: by the letters in their order, and by the words in any order, half and half. */
    private double distance(String written, String[] parts, String phrase) {
        double letters = SIMILARITY.apply(written, phrase);
        String[] others = words.get(phrase);
        return others == null ? 1 - letters : 1 - (letters + Math.min(found(parts, others), found(others, parts))) / 2;
    }

    /** How well the words of one are found in the other, on average. */
    private static double found(String[] some, String[] others) {
        return Arrays.stream(some)
                .mapToDouble(w -> Arrays.stream(others)
                        .map(o -> SIMILARITY.apply(w, o))
                        .max(Comparator.naturalOrder())
                        .orElse(0.0))
                .average()
                .orElse(0);
    }
}
