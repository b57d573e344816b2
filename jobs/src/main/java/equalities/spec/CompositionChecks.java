package equalities.spec;

import equalities.spec.Composition.Heading;
import java.util.HashMap;
import java.util.Map;

/** Whether a composition speaks of codes and groups that are there, in words that a cell can be compared with. */
final class CompositionChecks {
    private final CodeList list;
    private final String file;

    private CompositionChecks(CodeList list) {
        this.list = list;
        this.file = "schemas/compositions/" + list.name() + ".yaml";
    }

    static void check(CodeList list) {
        new CompositionChecks(list).check();
    }

    private void check() {
        Composition composition = list.composition();
        composition.before().forEach(this::normal);
        composition.after().forEach(this::normal);
        composition.other().forEach(this::normal);
        composition.joins().forEach(this::normal);
        composition.words().forEach((written, meant) -> {
            normal(written);
            normal(meant);
        });
        composition.forms().codes().forEach(this::mustHave);
        for (String says : composition.forms().says()) {
            if (!says.contains("{}")) {
                throw fault("has the form '" + says + "' with no place for the label", "Write {} where it stands.");
            }
        }
        composition.headings().forEach(this::check);
        for (String from : composition.codesOf()) {
            if (list.bridges().stream().noneMatch(b -> b.from().equals(from))) {
                throw fault("reads codes of " + from + ", from which no bridge leads here", "Add the bridge.");
            }
        }
    }

    private void check(Heading heading) {
        if (!list.groups().contains(heading.group())) {
            throw fault("has the heading " + heading.group() + ", which is no group", "Name a group of the list.");
        }
        heading.codes().forEach(this::mustHave);
        heading.says().forEach(this::normal);
        if (heading.other() != null) {
            mustHave(heading.other());
        }
        Map<String, String> seen = new HashMap<>();
        heading.members().forEach((code, labels) -> labels.forEach(label -> member(heading, seen, code, label)));
    }

    private void member(Heading heading, Map<String, String> seen, String code, String label) {
        normal(label);
        if (!heading.codes().contains(code)) {
            throw fault("has the code " + code + " not under " + heading.group(), "Add it to its codes.");
        }
        String before = seen.put(label, code);
        if (before != null && !before.equals(code)) {
            throw fault("reads '" + label + "' as " + before + " and as " + code, "Keep one reading.");
        }
    }

    private void mustHave(String code) {
        if (list.find(code).isEmpty()) {
            throw fault("names the code " + code + ", which the list lacks", "Mend it.");
        }
    }

    private void normal(String phrase) {
        if (!Words.normalise(phrase).equals(phrase)) {
            throw fault("says '" + phrase + "'", "Write '" + Words.normalise(phrase) + "'.");
        }
    }

    private SpecificationException fault(String what, String mend) {
        return CrossChecks.fault(file, what, mend);
    }
}
