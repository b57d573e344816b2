package equalities.audit;

import equalities.lake.Home;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a log had come: what is kept outside the home, one line each.
 *
 * @param log whose
 * @param line its last line then
 * @param sha256 of that line
 * @param at when it was written, ISO 8601, UTC
 * @param home where the log lay
 */
public record Head(String log, long line, String sha256, String at, String home) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16}) (\\d{1,18}) ([0-9a-f]{64}) (\\S+) (.+)");

    static Head of(Entry entry, Home home) {
        return new Head(
                entry.log(),
                entry.line(),
                Tail.sha256(entry.text()),
                entry.members().path("at").asText(),
                home.root().toString());
    }

    /** Reads a line; empty when it is none, such as half of one. */
    static Optional<Head> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Head(
                        parts.group(1), Long.parseLong(parts.group(2)), parts.group(3), parts.group(4), parts.group(5)))
                : Optional.empty();
    }

    /** As a line. */
    String text() {
        return String.join(" ", log, String.valueOf(line), sha256, at, home);
    }
}
