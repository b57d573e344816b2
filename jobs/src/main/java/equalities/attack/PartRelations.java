package equalities.attack;

import java.util.List;

/** What is counted of the same people: parts that add up to a whole, and parts that leave a rest of it. */
final class PartRelations {
    private static final String REST = "the rest is the whole less the part";
    private static final String SUM = "the parts add up to the whole";

    private final View view;
    private final SystemBuilder builder;

    private PartRelations(View view, SystemBuilder builder) {
        this.view = view;
        this.builder = builder;
    }

    static void write(View view, SystemBuilder builder) {
        PartRelations parts = new PartRelations(view, builder);
        for (Count count : view.counts()) {
            Cell cell = count.cell();
            view.structure().atMost().stream()
                    .filter(a -> a.whole().equals(cell.part()))
                    .forEach(a -> parts.rest(cell, a.part()));
            view.structure().sums().stream()
                    .filter(s -> s.measure().equals(view.series().measure())
                            && s.whole().equals(cell.part()))
                    .forEach(s -> parts.sum(cell, s.parts()));
        }
    }

    /** What is left of the whole is as secret as the part. */
    private void rest(Cell whole, String part) {
        int those = view.unknown(whole.part(part));
        if (those == SystemBuilder.NOBODY) {
            return;
        }
        int rest = view.make(whole.part(whole.part() + " less " + part));
        builder.publish(rest, 0, Double.POSITIVE_INFINITY, Unknown.NOT_PUBLISHED, true);
        builder.relate(Relation.sum(REST, view.unknown(whole), new int[] {those, rest}, false));
    }

    private void sum(Cell whole, List<String> names) {
        int[] parts = view.unknowns(names.stream().map(whole::part).toList());
        if (parts.length > 0) {
            builder.relate(Relation.sum(SUM, view.unknown(whole), parts, false));
        }
    }
}
