package equalities.spec;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints of a Frictionless Table Schema field. Null or empty: not constrained. */
public record Constraints(
        boolean required,
        boolean unique,
        @Nullable String minimum,
        @Nullable String maximum,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        List<String> enumeration)
        implements Serializable {
    /** A field that may be anything. */
    public static final Constraints NONE = new Constraints(false, false, null, null, null, null, null, List.of());

    public Constraints {
        enumeration = List.copyOf(enumeration);
    }

    /** Whether there is anything that a filled cell may not be. */
    public boolean limits() {
        return unique
                || minimum != null
                || maximum != null
                || minLength != null
                || maxLength != null
                || pattern != null
                || !enumeration.isEmpty();
    }
}
