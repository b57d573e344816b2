package equalities.stage.consolidate;

import static equalities.stage.consolidate.Entitlement.earlier;
import static equalities.stage.consolidate.Entitlement.later;

import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.stage.consolidate.Entitlement.Entitled;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Episodes out of patient records: within a period, what overlaps, repeats or touches in one kind of legal status is one
 * episode, across sites. Where one kind is suspended by another, its days are cut out while the other runs.
 */
final class Episodes implements Serializable {
    /** Stands for the end of what has none yet. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final long serialVersionUID = 1;

    private final HashMap<String, String> kinds = new HashMap<>();
    private final TreeMap<String, String> suspendedBy;

    /**
     * One record of a person, or a piece of one.
     *
     * @param last {@link #OPEN} while it lasts
     */
    record Stay(String kind, String site, String legalStatus, LocalDate start, LocalDate last, boolean qualifies) {
        static final Comparator<Stay> IN_ORDER = Comparator.comparing(Stay::start)
                .thenComparing(Stay::last)
                .thenComparing(Stay::site)
                .thenComparing(Stay::legalStatus);

        Stay within(LocalDate from, LocalDate to) {
            return new Stay(kind, site, legalStatus, later(start, from), earlier(last, to), qualifies);
        }

        boolean hasDays() {
            return !start.isAfter(last);
        }
    }

    Episodes(CodeList legalStatuses, Map<String, String> suspendedBy) {
        for (String group : legalStatuses.groups()) {
            legalStatuses.codes().stream()
                    .filter(c -> c.group().equals(group))
                    .map(Code::code)
                    .forEach(code -> kinds.put(code, group));
        }
        this.suspendedBy = new TreeMap<>(suspendedBy);
    }

    /** What a patient's record tells of an episode; its kind is the group of its legal status. */
    Stay stay(StandardRow patient, Entitled entitled) {
        String legalStatus = Objects.requireNonNull(patient.text("legal_status"));
        LocalDate end = patient.day("end_date");
        return new Stay(
                kinds.getOrDefault(legalStatus, legalStatus),
                Objects.requireNonNull(patient.text("site_code")),
                legalStatus,
                Objects.requireNonNull(patient.day("start_date")),
                end == null ? OPEN : end,
                entitled.qualifies());
    }

    /** The episodes of one person. */
    List<Episode> of(List<Stay> stays) {
        Map<String, List<Stay>> byKind = new TreeMap<>();
        stays.forEach(stay ->
                byKind.computeIfAbsent(stay.kind(), k -> new ArrayList<>()).add(stay));
        List<Episode> episodes = new ArrayList<>();
        byKind.forEach((kind, own) -> {
            List<Stay> suspending = byKind.getOrDefault(suspendedBy.getOrDefault(kind, ""), List.of());
            episodes.addAll(merged(without(own, merged(suspending))));
        });
        return episodes;
    }

    /** Each stay in the pieces that lie before, between and behind the episodes that suspend it. */
    private static List<Stay> without(List<Stay> stays, List<Episode> cuts) {
        List<Stay> pieces = new ArrayList<>();
        for (Stay stay : stays) {
            LocalDate from = stay.start();
            for (Episode cut : cuts) {
                pieces.add(stay.within(from, cut.start().minusDays(1)));
                from = cut.last().plusDays(1);
            }
            pieces.add(stay.within(from, stay.last()));
        }
        return pieces.stream().filter(Stay::hasDays).toList();
    }

    /** Stays of one kind as episodes, one after the other. */
    private static List<Episode> merged(List<Stay> stays) {
        List<Episode> episodes = new ArrayList<>();
        List<Stay> open = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (Stay stay : stays.stream().sorted(Stay.IN_ORDER).toList()) {
            if (!open.isEmpty() && stay.start().isAfter(last.plusDays(1))) {
                episodes.add(new Episode(List.copyOf(open)));
                open.clear();
            }
            open.add(stay);
            last = open.size() == 1 ? stay.last() : later(last, stay.last());
        }
        if (!open.isEmpty()) {
            episodes.add(new Episode(List.copyOf(open)));
        }
        return episodes;
    }
}
