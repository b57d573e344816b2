package equalities.cli;

import equalities.attack.Crack;
import equalities.attack.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an attack came to, for people and for machines. */
final class VerdictText {
    private VerdictText() {}

    /** Lines of text, the last one ended; the first cracks with their derivations, then how many there are besides. */
    static String of(Verdict verdict, int most) {
        List<String> lines = new ArrayList<>();
        int cracked = verdict.cracks().size();
        lines.add(
                verdict.isSafe()
                        ? "%,d hidden counts attacked, none found out.".formatted(verdict.attacked())
                        : "%,d of %,d hidden counts can be found out.".formatted(cracked, verdict.attacked()));
        for (Crack crack : verdict.cracks().subList(0, Math.min(most, cracked))) {
            lines.add("  " + crack.series() + ": " + crack.cell() + " is " + crack.interval() + ", because");
            crack.derivation().forEach(d -> lines.add("    - " + d));
        }
        if (cracked > most) {
            lines.add("  and %,d more".formatted(cracked - most));
        }
        verdict.notes().stream().limit(most).forEach(n -> lines.add("Note: " + n));
        if (verdict.notes().size() > most) {
            lines.add("and %,d more notes".formatted(verdict.notes().size() - most));
        }
        return String.join("\n", lines) + "\n";
    }

    static List<Map<String, Object>> json(List<Crack> cracks) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Crack crack : cracks) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("series", crack.series());
            one.put("cell", crack.cell());
            one.put("lower", crack.interval().lower());
            one.put("upper", crack.interval().upper());
            one.put("derivation", crack.derivation());
            all.add(one);
        }
        return all;
    }
}
