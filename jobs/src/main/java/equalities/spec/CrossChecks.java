package equalities.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the files of a specification agree with each other, and every name leads somewhere. */
final class CrossChecks {
    private final Specification specification;

    private CrossChecks(Specification specification) {
        this.specification = specification;
    }

    static void check(Specification specification) {
        CrossChecks checks = new CrossChecks(specification);
        specification.codeLists().values().forEach(checks::check);
        specification.characteristics().values().forEach(checks::check);
        specification.layouts().forEach(layout -> new LayoutChecks(specification, layout).check());
        checks.checkEligibility();
    }

    private void check(CodeList list) {
        Map<String, Code> byCode = new HashMap<>();
        for (Code code : list.codes()) {
            if (byCode.put(Words.fold(code.code()), code) != null) {
                throw fault(codelist(list), "has the code " + code.code() + " twice", "Keep one.");
            }
        }
        CompositionChecks.check(list);
        list.absences().forEach(CrossChecks::checkAbsence);
        Map<String, Spelling> seen = new HashMap<>();
        for (Spelling spelling : list.spellings()) {
            check(list, spelling, Optional.ofNullable(byCode.get(Words.fold(spelling.spelling()))));
            Spelling before = seen.put(spelling.provider() + "\n" + spelling.spelling(), spelling);
            if (before != null && !before.code().equals(spelling.code())) {
                throw fault(
                        spellings(list),
                        "reads '" + spelling.spelling() + "' as " + before.code() + " and as " + spelling.code(),
                        "Keep one reading, or name the provider who means the other.");
            }
        }
    }

    private static void check(CodeList list, Spelling spelling, Optional<Code> sameText) {
        if (!Words.normalise(spelling.spelling()).equals(spelling.spelling())) {
            throw fault(
                    spellings(list),
                    "spells '" + spelling.spelling() + "', which no cell is compared with",
                    "Write '" + Words.normalise(spelling.spelling()) + "'.");
        }
        if (!isKnown(list, spelling.code())) {
            throw fault(
                    spellings(list),
                    "reads '" + spelling.spelling() + "' as " + spelling.code() + ", which is not a code",
                    "Add the code to " + codelist(list) + ", or mend the spelling.");
        }
        if (spelling.provider().isEmpty()
                && !spelling.code().equals(Status.UNMAPPED.word())
                && sameText.isPresent()
                && !sameText.get().code().equals(spelling.code())) {
            throw fault(
                    spellings(list),
                    "reads the code '" + spelling.spelling() + "' of the list as " + spelling.code(),
                    "Remove the row, or name the provider who means it so.");
        }
    }

    private static void checkAbsence(Spelling absence) {
        boolean normal = Words.normalise(absence.spelling()).equals(absence.spelling());
        boolean status = Status.ofWord(absence.code())
                .filter(s -> s != Status.KNOWN && s != Status.UNMAPPED)
                .isPresent();
        if (!normal || !status) {
            throw fault(
                    "schemas/absences.csv",
                    "reads '" + absence.spelling() + "' as " + absence.code(),
                    "Write it as '" + Words.normalise(absence.spelling())
                            + "', and declined, unsure, not recorded or not collected for its code.");
        }
    }

    private static boolean isKnown(CodeList list, String code) {
        if (code.startsWith(Spelling.GROUP)) {
            return list.groups().contains(code.substring(Spelling.GROUP.length()));
        }
        return code.equals(Spelling.ALL)
                || list.find(code).isPresent()
                || Status.ofWord(code).filter(s -> s != Status.KNOWN).isPresent();
    }

    private void check(Characteristic c) {
        String file = "schemas/characteristics/" + c.name() + ".yaml";
        CodeList list = specification.codeList(c.codelist());
        for (Status status : Status.values()) {
            if (status != Status.KNOWN && !c.codeOf(status).equals(status.word())) {
                mustHave(list, c.codeOf(status), file + ", " + status.word());
            }
        }
        if (c.reference() != null) {
            mustHave(list, c.reference(), file + ", reference");
        }
        c.excludes().forEach(code -> mustHave(list, code, file + ", excludes"));
        c.bands().forEach(band -> mustHave(list, band.code(), file + ", bands"));
        if (!c.many() && !c.separators().isEmpty()) {
            throw fault(file, "has separators and one answer", "Remove them, or write answers: many.");
        }
    }

    private void checkEligibility() {
        for (EligibilityRule rule : specification.eligibility().rules()) {
            String where = "schemas/eligibility.yaml, " + rule.name();
            mustHaveAll("legal_status", rule.legalStatus(), where);
            mustHaveAll("treatment", rule.treatment(), where);
        }
        List<String> kinds = specification.codeLists().containsKey("legal_status")
                ? specification.codeList("legal_status").groups()
                : List.of();
        specification.eligibility().suspendedBy().forEach((kind, by) -> {
            if (!kinds.contains(kind) || !kinds.contains(by)) {
                throw fault(
                        "schemas/eligibility.yaml, suspended_by",
                        "names a kind that is no group of schemas/codelists/legal_status.csv",
                        "Name one of: " + String.join(", ", kinds) + ".");
            }
        });
    }

    private void mustHaveAll(String list, List<String> codes, String where) {
        if (!codes.isEmpty()) {
            codes.forEach(code -> mustHave(specification.codeList(list), code, where));
        }
    }

    private static void mustHave(CodeList list, String code, String where) {
        if (list.find(code).isEmpty()) {
            throw fault(
                    where,
                    "names the code " + code + ", which is not in " + codelist(list),
                    "Add it there, or mend the name.");
        }
    }

    private static String codelist(CodeList list) {
        return "schemas/codelists/" + list.name() + ".csv";
    }

    private static String spellings(CodeList list) {
        return "schemas/spellings/" + list.name() + ".csv";
    }

    static SpecificationException fault(String where, String what, String mend) {
        return new SpecificationException(where + " " + what + ". " + mend);
    }
}
