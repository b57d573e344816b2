package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a return: the headings it goes by and the canonical column it fills.
 *
 * @param name the heading
 * @param headings all that it goes by, as {@link Words#normalise} writes them; the name is one without being given
 * @param column the canonical column, or null for a workforce count
 * @param type how the cell is read
 * @param format a further form ({@code nhs_number}, {@code site_code}), or null
 * @param pseudonym whether only its keyed hash is kept
 * @param ageOn the date column on which an age is taken from this date of birth, or null
 * @param codelist the list that codes it, or null
 * @param characteristic the characteristic that it answers, or null
 * @param codedBy the column that names the characteristic whose list codes it, or null
 * @param orElse another heading to understand it by, with a warning, or null
 * @param values written values and what they stand for, before anything else
 * @param reverse bare answers, normalised, and the code that each means in a question asked the other way round
 * @param workforce the count of staff it holds, or null
 * @param optionalHeading whether the file may lack the column
 */
public record Field(
        String name,
        List<String> headings,
        @Nullable String column,
        Type type,
        @Nullable String format,
        boolean pseudonym,
        @Nullable String ageOn,
        @Nullable String codelist,
        @Nullable String characteristic,
        @Nullable String codedBy,
        @Nullable String orElse,
        Map<String, String> values,
        Map<String, String> reverse,
        List<String> separators,
        boolean many,
        @Nullable Workforce workforce,
        boolean optionalHeading,
        Constraints constraints)
        implements Serializable {

    /** How a cell is read. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        DATE,
        BOOLEAN,
        YEAR
    }

    /** A count of staff by characteristic and code. */
    public record Workforce(String characteristic, String code) implements Serializable {}

    public Field {
        headings = Stream.concat(Stream.of(name), headings.stream())
                .map(Words::normalise)
                .distinct()
                .toList();
        values = Map.copyOf(values);
        reverse = Map.copyOf(reverse);
        separators = List.copyOf(separators);
    }

    /** By name alone: fields are looked up for every cell, and those of a layout differ in their names. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
