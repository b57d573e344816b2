package equalities.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places lie in others: their people are among those of the larger place. Where each person is counted at one place only,
 * those that a place is divided into add up to it.
 */
final class PlaceRelations {
    private static final String ADD_UP = "the places that make up a larger one add up to it";
    private static final String COVER = "everybody at a place is at one of those that make it up, or at several";
    private static final String WITHIN = "who is at a place is also at the larger one";

    private final View view;
    private final SystemBuilder builder;
    private final Geography geography;
    private final boolean additive;

    /** What is counted, wherever. */
    private record Kind(String characteristic, String code, String part) {}

    private final Map<Kind, Set<Place>> kinds = new LinkedHashMap<>();

    PlaceRelations(View view, SystemBuilder builder) {
        this.view = view;
        this.builder = builder;
        this.geography = new Geography(view.structure(), view.series().period());
        this.additive = view.structure().isAdditive(view.series());
        for (Count count : view.counts()) {
            Cell cell = count.cell();
            kinds.computeIfAbsent(new Kind(cell.characteristic(), cell.code(), cell.part()), k -> new LinkedHashSet<>())
                    .add(cell.place());
        }
    }

    void write() {
        for (Geography.Division division : geography.divisions()) {
            kinds.forEach((kind, places) -> {
                if (places.contains(division.whole())
                        && view.isPublishedAt(division.level(), cell(division.whole(), kind))) {
                    write(division, kind, places);
                }
            });
        }
    }

    private void write(Geography.Division division, Kind kind, Set<Place> places) {
        int whole = view.unknown(cell(division.whole(), kind));
        List<Cell> parts = new ArrayList<>();
        boolean all = division.isWhole();
        for (Place place : division.parts()) {
            if (places.contains(place)) {
                if (isIn(division.whole(), place, kind)) {
                    parts.add(cell(place, kind));
                }
            } else {
                all &= view.isNobody(cell(place, kind));
            }
        }
        relate(whole, view.unknowns(parts), all);
    }

    /** A place of which nobody tells the part of a whole that its larger place has is in no count of the larger one. */
    private boolean isIn(Place larger, Place place, Kind kind) {
        return view.structure().atMost().stream()
                .filter(one -> one.whole().equals(kind.part()))
                .noneMatch(one -> view.isTold(cell(larger, kind).part(one.part()))
                        && !view.isTold(cell(place, kind).part(one.part())));
    }

    private void relate(int whole, int[] parts, boolean all) {
        if (additive) {
            builder.relate(
                    all ? Relation.sum(ADD_UP, whole, parts, true) : Relation.atLeastTogether(ADD_UP, whole, parts));
            return;
        }
        if (all) {
            builder.relate(Relation.atMostTogether(COVER, whole, parts));
        }
        for (int part : parts) {
            builder.relate(Relation.atLeastTogether(WITHIN, whole, part));
        }
    }

    private static Cell cell(Place place, Kind kind) {
        return new Cell(place, kind.characteristic(), kind.code(), kind.part());
    }
}
