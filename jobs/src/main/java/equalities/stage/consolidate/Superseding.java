package equalities.stage.consolidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of all rows that a provider sent for one period with the same key, that of the newest version stands, whichever came
 * first. An older one that said the same is repeated, one that said something else is superseded.
 */
final class Superseding {
    /** Of the rows with one key: the newest version, and in it the last row. */
    private static final Comparator<Sent> NEWEST_LAST = Comparator.comparing(
                    (Sent sent) -> sent.row().text(Returned.VERSION), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(sent -> sent.row().rowNumber())
            .thenComparing(sent -> sent.row().submission());

    private final List<Sent> standing = new ArrayList<>();
    private final Map<Later.Which, long[]> later = new HashMap<>();

    private Superseding() {}

    /** A row, and the bytes that it came as. */
    record Sent(StandardRow row, byte[] bytes) {}

    /** @param rows with all that have a key of theirs */
    static Superseding judge(Iterator<byte[]> rows, RowBytes bytes) {
        Map<List<@Nullable Object>, List<Sent>> byKey = new HashMap<>();
        while (rows.hasNext()) {
            byte[] one = rows.next();
            StandardRow row = bytes.row(one);
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(new Sent(row, one));
        }
        Superseding judged = new Superseding();
        byKey.values().forEach(judged::judge);
        return judged;
    }

    private void judge(List<Sent> versions) {
        Sent newest = versions.stream().max(NEWEST_LAST).orElseThrow();
        standing.add(newest);
        for (Sent sent : versions) {
            if (sent != newest) {
                StandardRow row = sent.row();
                Later.Which which = new Later.Which(
                        row.provider(), row.submission(), newest.row().submission());
                later.computeIfAbsent(which, w -> new long[2])[row.saysTheSameAs(newest.row()) ? 0 : 1]++;
            }
        }
    }

    List<Sent> standing() {
        return standing;
    }

    /** What became of the others. */
    List<Later> later() {
        return later.entrySet().stream()
                .map(e -> new Later(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparing(Later::toString))
                .toList();
    }
}
