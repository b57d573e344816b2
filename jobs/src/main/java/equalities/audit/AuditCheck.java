package equalities.audit;

import equalities.lake.Home;
import equalities.lake.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a log is as it was written: no line changed, cut out, put in, moved, or cut off its end. */
public final class AuditCheck {
    private final List<String> lines;
    private final boolean half;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * What came of looking.
     *
     * @param lines how many there are
     * @param fault the first line that is wrong; what comes after it proves nothing
     * @param notes what is not wrong, and somebody should know
     */
    public record Result(long lines, @Nullable Fault fault, List<String> notes) {}

    /** A line, from 1, and what is wrong there. */
    public record Fault(long line, String what) {}

    private AuditCheck(String text) {
        List<String> all = List.of(text.split("\n", -1));
        this.half = !text.isEmpty() && !text.endsWith("\n");
        this.lines = half ? all : all.subList(0, all.size() - 1);
    }

    /**
     * Reads the whole log.
     *
     * @param publicKey the file of the key that its last line has to be signed with; passed over when it is not there
     * @param heads what is kept outside the home
     */
    public static Result of(Home home, Path publicKey, List<Head> heads) throws IOException {
        Path file = AuditLog.file(home);
        AuditCheck check =
                new AuditCheck(Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
        Fault chain = check.chain();
        Fault fault =
                check.signatures(publicKey).orElse(chain); // What was changed comes before what does not follow it.
        if (fault == null) {
            fault = check.anchored(home, heads);
        }
        return new Result(check.lines.size(), fault, List.copyOf(check.notes));
    }

    /** Whether each entry carries what comes before it. */
    private @Nullable Fault chain() {
        StringBuilder before = new StringBuilder();
        int halves = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<Entry> read = Entry.read(lines.get(i));
            if (read.isEmpty()) {
                before.append(before.isEmpty() ? "" : "\n").append(lines.get(i));
                halves++;
                continue;
            }
            Entry entry = read.get();
            Fault fault = follows(entry, i, halves, before.toString());
            if (fault != null) {
                return fault;
            }
            if (halves > 0) {
                notes.add("Line " + i + " was cut off while it was written; the next one says so.");
            }
            entries.add(entry);
            before = new StringBuilder(entry.text());
            halves = 0;
        }
        return atEnd(halves);
    }

    private @Nullable Fault follows(Entry entry, int index, int halves, String before) {
        long line = index + 1L;
        if (entry.before().equals(Tail.sha256(before)) && entry.line() == line && sameLog(entry)) {
            return null;
        }
        if (halves > 0) {
            return new Fault(line - halves, "is no line of an audit log: it was changed or put in");
        }
        if (entry.line() != line) {
            return new Fault(line, "was written as line " + entry.line() + ": lines were cut out, put in or moved");
        }
        return new Fault(line, "does not follow the one before: that was changed, or one of the two was put in");
    }

    private boolean sameLog(Entry entry) {
        return entries.isEmpty() || entries.get(0).log().equals(entry.log());
    }

    private @Nullable Fault atEnd(int halves) {
        if (halves > 1 || halves == 1 && !half) {
            return new Fault(lines.size() - halves + 1L, "is no line of an audit log: it was changed or put in");
        }
        if (half) {
            notes.add("The last line was cut off while it was written; the next one will say so.");
        }
        return null;
    }

    /** Of the entries that follow one another. */
    private Optional<Fault> signatures(Path publicKey) throws IOException {
        OptionalInt wrong = IntStream.range(0, entries.size())
                .parallel()
                .filter(i -> !entries.get(i).isRight())
                .min();
        if (wrong.isPresent()) {
            long line = entries.get(wrong.getAsInt()).line();
            return Optional.of(new Fault(line, "was changed: its signature is not that of what it says"));
        }
        for (int i = 1; i < entries.size(); i++) {
            if (!entries.get(i).key().equals(entries.get(i - 1).key())) {
                notes.add("From line " + entries.get(i).line()
                        + " on it is signed with another key. Was the signing key replaced then?");
            }
        }
        return signer(publicKey);
    }

    private Optional<Fault> signer(Path publicKey) throws IOException {
        if (entries.isEmpty() || Files.notExists(publicKey)) {
            return Optional.empty();
        }
        Entry last = entries.get(entries.size() - 1);
        return SigningKey.publicOf(last.key()).equals(SigningKey.readPublic(publicKey))
                ? Optional.empty()
                : Optional.of(new Fault(last.line(), "is signed with another key than " + publicKey));
    }

    private @Nullable Fault anchored(Home home, List<Head> heads) {
        Map<Long, Entry> byLine = new LinkedHashMap<>();
        entries.forEach(entry -> byLine.put(entry.line(), entry));
        String log = entries.isEmpty() ? "" : entries.get(0).log();
        List<Head> mine = heads.stream()
                .filter(h -> h.log().equals(log) || h.home().equals(home.root().toString()))
                .toList();
        for (Head head : mine) {
            Entry entry = byLine.get(head.line());
            if (!head.log().equals(log)) {
                return new Fault(1, "begins another log than the one that its anchor knew at " + head.at());
            }
            if (entry != null && !Tail.sha256(entry.text()).equals(head.sha256())) {
                return new Fault(head.line(), "is not the one that its anchor knew at " + head.at());
            }
        }
        long last = mine.stream().mapToLong(Head::line).max().orElse(0);
        if (last > lines.size()) {
            return new Fault(lines.size(), "is the last, and its anchor knew line " + last + ": the end was cut off");
        }
        if (last < lines.size()) {
            notes.add(
                    last == 0
                            ? "Nothing outside the home knows its end, so lines that are cut off there are not missed: set"
                                    + " audit-anchor."
                            : "Its anchor knows it up to line " + last + " only.");
        }
        return null;
    }
}
