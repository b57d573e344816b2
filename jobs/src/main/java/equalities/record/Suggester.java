package equalities.record;

import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Spelling;
import equalities.spec.Status;
import equalities.spec.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<String> vocabulary = new ArrayList<>();

    /** What a code may be called, with the places of its words in the vocabulary. */
    private record Phrase(String text, String code, int[] words) {}

    Suggester(CodeList list) {
        this.list = list;
        Map<String, String> codes = new LinkedHashMap<>();
        list.codes().forEach(c -> codes.put(Words.normalise(c.label()), c.code()));
        list.spellings().stream()
                .filter(s -> isCode(s.code()) && s.provider().isBlank())
                .forEach(s -> codes.put(s.spelling(), s.code()));
        Map<String, Integer> places = new HashMap<>();
        codes.forEach((text, code) -> phrases.add(new Phrase(
                text,
                code,
                Arrays.stream(text.split(" "))
                        .mapToInt(w -> places.computeIfAbsent(w, this::learn))
                        .toArray())));
    }

    private int learn(String word) {
        vocabulary.add(word);
        return vocabulary.size() - 1;
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
        double[][] alike = Arrays.stream(normal.split(" ")).map(this::alike).toArray(double[][]::new);
        Map<String, Double> best = new HashMap<>();
        for (Phrase phrase : phrases) {
            double words = Math.min(found(alike, phrase.words()), foundBack(alike, phrase.words()));
            if (1 - (mostAlike(normal, phrase.text()) + words) / 2 <= FARTHEST) {
                best.merge(phrase.code(), 1 - (SIMILARITY.apply(normal, phrase.text()) + words) / 2, Math::min);
            }
        }
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

    /** How like a word is to each of the vocabulary. Distances are 0 (alike) to 1: letters in their order, and words in any. */
    private double[] alike(String word) {
        return vocabulary.stream().mapToDouble(w -> SIMILARITY.apply(word, w)).toArray();
    }

    /** How well the words written are found in a phrase, on average. */
    private static double found(double[][] alike, int[] words) {
        double sum = 0;
        for (double[] written : alike) {
            double most = 0;
            for (int word : words) {
                most = Math.max(most, written[word]);
            }
            sum += most;
        }
        return sum / alike.length;
    }

    /** How well the words of a phrase are found in what is written, on average. */
    private static double foundBack(double[][] alike, int[] words) {
        double sum = 0;
        for (int word : words) {
            double most = 0;
            for (double[] written : alike) {
                most = Math.max(most, written[word]);
            }
            sum += most;
        }
        return sum / words.length;
    }

    /** What the similarity of two texts cannot exceed, by their lengths and how they begin. */
    private static double mostAlike(String one, String other) {
        double shorter = Math.min(one.length(), other.length());
        double jaro = (2 + shorter / Math.max(one.length(), other.length())) / 3;
        int same = 0;
        while (same < Math.min(4, shorter) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return jaro + 0.1 * same * (1 - jaro);
    }
}
