package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A characteristic and the question that asks for it: one file of {@code schemas/characteristics}.
 *
 * @param name the file name: {@code gender}, {@code ethnicity} …
 * @param declined the code for "asked, would not say"; the word itself where the list has none
 * @param unsure the code for "asked, does not know"
 * @param notRecorded the code for "no answer is there"
 * @param reference the code that others are compared with
 * @param askedFromAge the age from which the question is asked, or null for everyone
 * @param excludes codes that contradict any other answer of the same person
 * @param bands codes that follow from an age in whole years
 */
public record Characteristic(
        String name,
        String title,
        String question,
        String standard,
        String codelist,
        Answers answers,
        List<String> separators,
        String declined,
        String unsure,
        String notRecorded,
        @Nullable String reference,
        boolean ordered,
        @Nullable Integer askedFromAge,
        List<String> excludes,
        List<Band> bands,
        Scope scope)
        implements Serializable {

    /** Whether a person gives one answer or several. */
    public enum Answers {
        ONE,
        MANY
    }

    /** Whether it stands in every person's record or in counts only. */
    public enum Scope {
        PERSON,
        COUNTS
    }

    /** A code for the ages {@code from} to {@code to} in whole years, both included; open above when {@code to} is null. */
    public record Band(String code, int from, @Nullable Integer to) implements Serializable {
        boolean holds(int age) {
            return age >= from && (to == null || age <= to);
        }
    }

    public Characteristic {
        separators = List.copyOf(separators);
        excludes = List.copyOf(excludes);
        bands = List.copyOf(bands);
    }

    /** The column of its coded answer: the name, or {@code <name>_band} where the answer is a band of a number. */
    public String column() {
        return bands.isEmpty() ? name : name + "_band";
    }

    public boolean many() {
        return answers == Answers.MANY;
    }

    /** The band that holds this age, or the code for not recorded. */
    public String band(@Nullable Integer age) {
        if (age == null) {
            return notRecorded;
        }
        return bands.stream()
                .filter(b -> b.holds(age))
                .map(Band::code)
                .findFirst()
                .orElse(notRecorded);
    }

    /** The code by which this characteristic says a status that is not {@link Status#KNOWN}. */
    public String codeOf(Status status) {
        return switch (status) {
            case DECLINED -> declined;
            case UNSURE -> unsure;
            case NOT_RECORDED -> notRecorded;
            case NOT_COLLECTED, UNMAPPED -> status.word();
            case KNOWN -> throw new IllegalArgumentException("a known answer has a code of its own");
        };
    }

    /** What a code of this characteristic tells. */
    public Status statusOf(String code) {
        for (Status status : Status.values()) {
            if (status != Status.KNOWN && Objects.equals(codeOf(status), code)) {
                return status;
            }
        }
        return Status.KNOWN;
    }
}
