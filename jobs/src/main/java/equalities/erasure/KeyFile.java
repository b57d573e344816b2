package equalities.erasure;

import equalities.record.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The file that says whom to erase, a line each: an NHS number; or a provider's code, a comma, and what that provider
 * calls the person. Lines that begin with {@code #} are notes.
 */
public final class KeyFile {
    private KeyFile() {}

    /** A line is neither; the message says which one and never what it holds. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Whom it names, at least one. */
    public static Wanted read(Path file) throws IOException, Refused {
        Set<String> numbers = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            String digits = Wanted.digits(line);
            int comma = line.indexOf(',');
            if (digits != null) {
                numbers.add(digits);
            } else if (comma > 0 && comma < line.length() - 1) {
                String own = line.substring(comma + 1).strip();
                identifiers.add(Wanted.identifier(line.substring(0, comma).strip(), own));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new Refused(
                        "Line " + (i + 1) + " of " + file + " names nobody. Write an NHS number of ten digits,"
                                + " or a provider's code, a comma and what that provider calls the person.");
            }
        }
        if (numbers.isEmpty() && identifiers.isEmpty()) {
            throw new Refused(file + " names nobody. Write an NHS number on a line of its own.");
        }
        return new Wanted(numbers, identifiers, Set.of());
    }
}
