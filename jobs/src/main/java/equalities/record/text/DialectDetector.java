package equalities.record.text;

import equalities.record.text.RecordParser.Quotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect under which a sample looks most like a table: records agree on their number of cells, and cells look
 * like one thing each. The idea is that of van den Burg, Nazábal and Sutton (Data Mining and Knowledge Discovery 33,
 * 2019); the measures are our own.
 */
final class DialectDetector {
    /** Delimiters, and how readily each is believed: the last stand in ordinary text and times as well. */
    private static final Map<String, Double> DELIMITERS = delimiters();

    private static final int MOST_RECORDS = 400;
    private static final int LONGEST_DELIMITER = 4;
    private static final double NEARLY_ALL = 0.95;
    private static final double CLEARLY = 1.02;
    private static final int LINES = 40;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_SEVERAL = 12;

    private final char[] sample;
    private final String text;
    private final Map<String, CellShape> shapes = new HashMap<>();
    private final boolean whole;
    private final boolean enclosed;

    /** @param whole whether the sample is all of the file */
    DialectDetector(char[] sample, boolean whole) {
        this.sample = sample;
        this.text = new String(sample);
        this.whole = whole;
        this.enclosed = text.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .allMatch(line -> line.length() > 1 && line.startsWith("\"") && line.endsWith("\""));
    }

    private static Map<String, Double> delimiters() {
        Map<String, Double> all = new TreeMap<>();
        List.of(",", ";", "\t", "|", "\u0001", "\u001f", "\u001e", "¦", "¬", "§")
                .forEach(d -> all.put(d, 1.0));
        List.of("~", "^", "#").forEach(d -> all.put(d, 0.9));
        List.of(":", " ").forEach(d -> all.put(d, 0.6));
        return all;
    }

    /** All delimiters that a row may have instead of the file's. */
    static Set<String> usual() {
        return new LinkedHashSet<>(List.of(",", ";", "\t", "|", " "));
    }

    /** The delimiter that the first line names ({@code sep=;}), or null. */
    static @Nullable String named(char[] sample, int length) {
        String line = new String(sample, 0, Math.min(behindFirstLine(sample, length), 16)).strip();
        boolean names = line.toLowerCase(Locale.ROOT).startsWith("sep=");
        return names && line.length() == 5 ? line.substring(4) : names && line.length() == 4 ? "\t" : null;
    }

    static int behindFirstLine(char[] sample, int length) {
        return behindLine(sample, 0, length);
    }

    private static int behindLine(char[] sample, int from, int length) {
        int i = from;
        while (i < length && sample[i] != '\n' && sample[i] != '\r') {
            i++;
        }
        boolean both = i + 1 < length && sample[i] == '\r' && sample[i + 1] == '\n';
        return Math.min(length, i + (both ? 2 : 1));
    }

    /** @param named the delimiter that the file names, or null */
    TableForm detect(@Nullable String named) {
        String certain = named == null ? EnclosedCells.delimiter(sample) : null;
        if (certain != null) {
            return score(Dialect.PLAIN.withDelimiter(certain), 1).form();
        }
        SampleScore best = score(Dialect.PLAIN.withDelimiter(named == null ? "," : named), 1);
        Set<String> tried = named == null ? DELIMITERS.keySet() : Set.of(named);
        for (String delimiter : tried) {
            if (present(delimiter)) {
                for (Dialect dialect : dialects(delimiter)) {
                    SampleScore score = score(dialect, DELIMITERS.getOrDefault(delimiter, 1.0));
                    best = score.value() > best.value() ? score : best;
                }
            }
        }
        if (named != null) {
            return best.form();
        }
        Set<String> several = severalCharacters();
        for (String delimiter : several) {
            SampleScore score = score(Dialect.PLAIN.withDelimiter(delimiter), 1);
            best = score.value() > best.value() * CLEARLY ? score : best;
        }
        return longer(best, several).form();
    }

    /** Where every line begins and ends with quotation marks, these enclose cells and other signs stand in them. */
    private List<Dialect> dialects(String delimiter) {
        List<Dialect> all = new ArrayList<>();
        Dialect plain = Dialect.PLAIN.withDelimiter(delimiter);
        for (char quote : new char[] {'"', '\'', '`'}) {
            if (quote == '"' || !enclosed && (present(delimiter + quote) || present("\n" + quote))) {
                all.add(plain.withQuote(quote));
                if (present("\\" + quote)) {
                    all.add(plain.withQuote(quote).withEscape('\\'));
                }
            }
        }
        return all;
    }

    /** A delimiter of several characters explains every place of its one character, and no cell is the poorer for it. */
    private SampleScore longer(SampleScore found, Set<String> candidates) {
        SampleScore best = found;
        for (String candidate : candidates) {
            SampleScore longer = score(found.form().dialect().withDelimiter(candidate), 1);
            boolean contains = candidate.contains(found.form().dialect().delimiter());
            boolean grows =
                    candidate.length() > best.form().dialect().delimiter().length();
            if (contains && grows && longer.explains(found, NEARLY_ALL)) {
                best = longer;
            }
        }
        return best;
    }

    /** Runs of signs that stand in most of the first lines. */
    private Set<String> severalCharacters() {
        Map<String, Integer> lines = new TreeMap<>();
        List<String> first = text.lines().filter(l -> !l.isBlank()).limit(LINES).toList();
        for (String line : first) {
            Set<String> runs = new LinkedHashSet<>();
            for (int i = 0; i < Math.min(line.length(), LONGEST_LINE); i++) {
                for (int j = i; j < line.length() && j < i + LONGEST_DELIMITER && !standsInCells(line.charAt(j)); j++) {
                    if (j > i) {
                        runs.add(line.substring(i, j + 1));
                    }
                }
            }
            runs.forEach(r -> lines.merge(r, 1, Integer::sum));
        }
        Set<String> most = new LinkedHashSet<>();
        lines.forEach((run, times) -> {
            boolean wide = !run.isBlank() || run.contains("\t");
            if (wide && times * 2 > first.size() && most.size() < MOST_SEVERAL) {
                most.add(run);
            }
        });
        return most;
    }

    private static boolean standsInCells(int c) {
        return Character.isLetterOrDigit(c) || "\"'`\r\n\\-+.()£$€%".indexOf(c) >= 0;
    }

    private SampleScore score(Dialect dialect, double prior) {
        RecordParser parser = new RecordParser(dialect);
        SampleScore score = new SampleScore(dialect, prior, shapes);
        int from = 0;
        while (from < sample.length && score.records() < MOST_RECORDS) {
            boolean complete = parser.parse(sample, from, sample.length, whole, Quotes.PLAIN);
            boolean runsAway = complete ? parser.unclosed : sample.length - from > LONGEST_LINE;
            if (runsAway || (complete && parser.severalLines && parser.openers > 0)) {
                int line = behindLine(sample, from, sample.length);
                parser.parse(sample, from, line, true, Quotes.LITERAL);
            } else if (!complete) {
                break;
            }
            score.add(parser);
            from = parser.next;
        }
        return score;
    }

    private boolean present(String signs) {
        return text.contains(signs);
    }
}
