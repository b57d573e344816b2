package equalities.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two answers of the same people: those of a pair are among those of each of its answers. */
final class PairRelations {
    private static final String AND = " and ";
    private static final String RULE = "those who gave two answers are among those who gave one of them";

    private final View view;
    private final SystemBuilder builder;
    private final Map<String, String> kinds;

    private PairRelations(View view, SystemBuilder builder) {
        this.view = view;
        this.builder = builder;
        this.kinds = view.kinds();
    }

    static void write(View view, SystemBuilder builder) {
        new PairRelations(view, builder).write();
    }

    private void write() {
        view.answers().forEach((question, pairs) -> {
            for (String[] names : halves(question.characteristic())) {
                if (kinds.containsKey(names[0]) && kinds.containsKey(names[1])) {
                    beside(pairs, names, 0);
                    beside(pairs, names, 1);
                }
            }
        });
    }

    /** The pairs of each answer to one of the two questions. */
    private void beside(List<Cell> pairs, String[] names, int which) {
        Map<Cell, List<Cell>> of = new LinkedHashMap<>();
        for (Cell pair : pairs) {
            for (Cell answer : answers(pair, names, which)) {
                of.computeIfAbsent(answer, a -> new ArrayList<>()).add(pair);
            }
        }
        boolean addsUp = "one".equals(kinds.get(names[1 - which]));
        of.forEach((answer, those) -> {
            int whole = view.unknown(answer);
            if (addsUp) {
                builder.relate(Relation.atLeastTogether(RULE, whole, view.unknowns(those)));
            } else {
                those.forEach(p -> builder.relate(Relation.atLeastTogether(RULE, whole, view.unknown(p))));
            }
        });
    }

    /** The published answer that is one half of a pair; none when its code cannot be told. */
    private Set<Cell> answers(Cell pair, String[] names, int which) {
        Set<Cell> answers = new LinkedHashSet<>();
        for (String[] codes : halves(pair.code())) {
            Cell one = new Cell(pair.place(), names[0], codes[0], pair.part());
            Cell other = new Cell(pair.place(), names[1], codes[1], pair.part());
            if (view.has(one) && view.has(other)) {
                answers.add(which == 0 ? one : other);
            }
        }
        return answers.size() == 1 ? answers : Set.of();
    }

    /** Every way to read a text as two with "and" between. */
    private static List<String[]> halves(String text) {
        List<String[]> halves = new ArrayList<>();
        for (int at = text.indexOf(AND); at >= 0; at = text.indexOf(AND, at + 1)) {
            halves.add(new String[] {text.substring(0, at), text.substring(at + AND.length())});
        }
        return halves;
    }
}
