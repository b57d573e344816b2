package equalities.erasure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What bytes would betray a person: NHS numbers as people write them, and pseudonyms; each in the encodings that files
 * have.
 */
final class Needles {
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<String> BETWEEN = List.of("", " ", "-", ".", "\u00a0");

    private final Set<String> texts = new TreeSet<>();
    private final List<String> bytes;

    Needles(Collection<String> numbers, Collection<String> keys) {
        for (String number : numbers) {
            for (String between : BETWEEN) {
                texts.add(String.join(between, number.substring(0, 3), number.substring(3, 6), number.substring(6)));
            }
        }
        texts.addAll(keys);
        bytes = new ArrayList<>();
        for (String text : texts) {
            for (Charset encoding : ENCODINGS) {
                bytes.add(new String(text.getBytes(encoding), StandardCharsets.ISO_8859_1));
            }
        }
    }

    Set<String> texts() {
        return texts;
    }

    /** Whether a text, or bytes taken for ISO 8859-1, hold any. */
    boolean in(String haystack) {
        return bytes.stream().anyMatch(haystack::contains);
    }

    /** The length in bytes of the longest. */
    int longest() {
        return bytes.stream().mapToInt(String::length).max().orElse(0);
    }
}
