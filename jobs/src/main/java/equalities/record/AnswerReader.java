package equalities.record;

import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Specification;
import equalities.spec.Spelling;
import equalities.spec.Status;
import equalities.spec.Words;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the answers to characteristics: of a person, and of a count. For one thread. */
final class AnswerReader {
    private final Specification specification;
    private final Coders coders;
    private final Map<Field, Map<String, Reading>> remembered = new IdentityHashMap<>();

    AnswerReader(Specification specification, Coders coders) {
        this.specification = specification;
        this.coders = coders;
    }

    /** The code of an answer, or all codes; what is not understood is 'unmapped', with a warning. */
    Reading ofPerson(Field field, Characteristic c, String cell, boolean missing) {
        if (missing) {
            return Reading.of(answer(c, c.notRecorded()));
        }
        return remembered
                .computeIfAbsent(field, f -> Coder.remembering())
                .computeIfAbsent(
                        cell, said -> understood(field, c, field.values().getOrDefault(said, said)));
    }

    private Reading understood(Field field, Characteristic c, String written) {
        Coder coder = coders.of(c.codelist());
        Set<String> codes = new LinkedHashSet<>();
        for (String part : c.many() ? coder.parts(written, c.separators()) : List.of(written)) {
            String turned = field.reverse().isEmpty() ? null : field.reverse().get(Words.normalise(part));
            codes.add(turned != null ? turned : status(c, coder.code(part)));
        }
        Fault fault = codes.contains(Status.UNMAPPED.word()) ? unmapped(coder, written) : contradiction(c, codes);
        return new Reading(c.many() ? List.copyOf(codes) : codes.iterator().next(), fault);
    }

    private static Fault unmapped(Coder coder, String written) {
        String whyNot = coder.whyNot(written);
        String group = coder.group(written);
        if (group != null) {
            return Fault.warning(
                    "upper group only",
                    "This answer names the upper group '" + group + "' only and counts as unmapped.",
                    "Write one of: " + coder.within(group) + ".");
        }
        return whyNot == null
                ? Fault.warning(
                        "not understood",
                        "This answer is not understood and counts as unmapped.",
                        "Write one of: " + coder.allowed() + "; or add the spelling to schemas/spellings."
                                + coder.nearest(written))
                : Fault.warning(
                        "no code for this",
                        "This answer has no code of its own and counts as unmapped: " + whyNot + ".",
                        "Leave it if it is what the person said; otherwise write one of: " + coder.allowed() + ".");
    }

    private static @Nullable Fault contradiction(Characteristic c, Set<String> codes) {
        boolean contradicts = codes.size() > 1 && c.excludes().stream().anyMatch(codes::contains);
        return contradicts
                ? Fault.warning(
                        "answers contradict each other",
                        "One of these answers rules out the others.",
                        "Ask the person again, or leave only what is right.")
                : null;
    }

    private static Object answer(Characteristic c, String code) {
        return c.many() ? List.of(code) : code;
    }

    /** A spelling may say a kind of not knowing by its word; the characteristic has its own code for it. */
    private static String status(Characteristic c, @Nullable String code) {
        if (code == null || code.equals(Spelling.ALL)) {
            return Status.UNMAPPED.word();
        }
        return Status.ofWord(code).filter(s -> s != Status.KNOWN).map(c::codeOf).orElse(code);
    }

    /**
     * Of a count: the code, the upper group or everybody, and which of these it is. What a value of the field stands for
     * counts where the characteristic's list has it.
     */
    Reading ofCount(Field field, String characteristic, String cell) {
        String value = field.values().get(cell);
        Reading stoodFor = value == null ? null : ofCount(characteristic, value);
        return stoodFor != null && stoodFor.fault() == null ? stoodFor : ofCount(characteristic, cell);
    }

    private Reading ofCount(String characteristic, String cell) {
        Characteristic c = specification.characteristics().get(characteristic);
        if (c == null) {
            boolean all = cell.isBlank() || cell.equalsIgnoreCase(Spelling.ALL) || cell.equalsIgnoreCase("total");
            return all ? Reading.of(List.of(Spelling.ALL, "all")) : notOfTheList("");
        }
        Coder coder = coders.of(c.codelist());
        String group = coder.group(cell);
        String code = coder.code(cell);
        if (code != null) {
            return code.equals(Spelling.ALL)
                    ? Reading.of(List.of(code, "all"))
                    : Reading.of(List.of(status(c, code), "code"));
        }
        return group != null ? Reading.of(List.of(group, "group")) : notOfTheList(coder.nearest(cell));
    }

    private static Reading notOfTheList(String nearest) {
        return Reading.fault(
                "not in the list",
                "This is no group of that characteristic.",
                "Write a group of the characteristic named in the same row, or 'All'." + nearest);
    }
}
