package equalities.attack;

import java.util.Map;

/** Everybody gives one answer to a question, so the answers add up; where many may be given, none is more than everybody. */
final class AnswerRelations {
    /** Whether an answer is known, yes or no, is a question of its own. */
    private static final String KNOWN = "known: ";

    private AnswerRelations() {}

    static void write(View view, SystemBuilder builder) {
        Map<String, String> kinds = view.kinds();
        view.answers().forEach((question, answers) -> {
            int total = view.unknown(question.total());
            String kind = question.characteristic().startsWith(KNOWN) ? "one" : kinds.get(question.characteristic());
            if (total != SystemBuilder.NOBODY && kind != null) {
                write(kind.equals("one"), total, view.unknowns(answers), builder);
            }
        });
    }

    private static void write(boolean one, int total, int[] answers, SystemBuilder builder) {
        if (one) {
            builder.relate(Relation.sum("everybody gives one answer, so the answers add up", total, answers, false));
            return;
        }
        for (int answer : answers) {
            builder.relate(Relation.atLeastTogether("no answer is given by more than everybody", total, answer));
        }
    }
}
