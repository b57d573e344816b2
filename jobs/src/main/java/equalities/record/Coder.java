package equalities.record;

import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Spelling;
import equalities.spec.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands what is written for the codes of one list: by table first, then by safe normalisation, never by guess. */
final class Coder {
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final CodeList list;

    Coder(CodeList list, String provider) {
        this.list = list;
        for (Code code : list.codes()) {
            exact.putIfAbsent(code.code().toLowerCase(Locale.ROOT), code.code());
            words.putIfAbsent(Words.normalise(code.label()), code.code());
        }
        list.groups().forEach(g -> groups.put(Words.normalise(g), g));
        list.spellings().stream().filter(s -> s.provider().isBlank()).forEach(this::add);
        list.spellings().stream().filter(s -> s.provider().equals(provider)).forEach(this::add);
    }

    private void add(Spelling spelling) {
        if (spelling.code().startsWith(Spelling.GROUP)) {
            groups.put(spelling.spelling(), spelling.code().substring(Spelling.GROUP.length()));
        } else {
            words.put(spelling.spelling(), spelling.code());
        }
    }

    /** The code, or null when it is not understood. */
    @Nullable
    String code(String written) {
        String normal = Words.normalise(written);
        String spelled = words.get(normal);
        return spelled != null ? spelled : exact.get(written.strip().toLowerCase(Locale.ROOT));
    }

    /** The label of an upper group, or null. */
    @Nullable
    String group(String written) {
        return groups.get(Words.normalise(written));
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

    /** What may be written, for an error. */
    String allowed() {
        List<String> labels = list.codes().stream().limit(12).map(Code::label).toList();
        return String.join(", ", labels) + (list.codes().size() > 12 ? " …" : "");
    }
}
