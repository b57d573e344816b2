package equalities.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom to look for in files.
 *
 * @param numbers NHS numbers, ten digits each
 * @param identifiers what a provider itself calls the person: {@link #identifier}
 * @param links keyed hashes by which a row without a number was linked: {@link #link}
 */
public record Wanted(Set<String> numbers, Set<String> identifiers, Set<String> links) {
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}\\p{Cf}'\u2019`.]{0,3}";
    private static final Pattern NOBODY = Pattern.compile("(?!)");

    public Wanted {
        numbers = Set.copyOf(numbers);
        identifiers = Set.copyOf(identifiers);
        links = Set.copyOf(links);
    }

    public static final Wanted NOBODY_AT_ALL = new Wanted(Set.of(), Set.of(), Set.of());

    /** An identifier means somebody only together with the provider that gave it. */
    public static String identifier(String provider, String identifier) {
        return provider + "\n" + Blanks.strip(identifier).toLowerCase(Locale.ROOT);
    }

    /** A keyed hash links rows of one provider and period. */
    public static String link(String period, String provider, String hash) {
        return period + "\n" + provider + "\n" + hash;
    }

    /** The ten digits of what is written, whatever stands between them and whether or not they fit; null when it is no number. */
    public static @Nullable String digits(String written) {
        String digits = written.replaceFirst("\\.0+$", "").replaceAll(BETWEEN.replace("{0,3}", ""), "");
        return digits.matches("[0-9]{10}") ? digits : null;
    }

    public Wanted withNumbers(Collection<String> more) {
        Set<String> all = new HashSet<>(numbers);
        all.addAll(more);
        return new Wanted(all, identifiers, links);
    }

    public Wanted withLinks(Set<String> others) {
        return new Wanted(numbers, identifiers, others);
    }

    /** Finds any of the numbers within a text, however its digits are set apart. */
    public Pattern pattern() {
        return numbers.isEmpty()
                ? NOBODY
                : Pattern.compile(numbers.stream()
                        .sorted()
                        .map(n -> String.join(BETWEEN, n.split("")))
                        .collect(Collectors.joining("|", "(?<![0-9])(?:", ")(?![0-9])")));
    }

    Predicate<String> mentioned() {
        Pattern pattern = pattern();
        return text -> text.length() >= 10 && pattern.matcher(text).find();
    }
}
