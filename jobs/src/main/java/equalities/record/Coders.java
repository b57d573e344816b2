package equalities.record;

import equalities.spec.Specification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coders of one provider, made when first asked for. For one thread. */
final class Coders {
    private final Specification specification;
    private final String provider;
    private final Map<String, Coder> made = new HashMap<>();

    Coders(Specification specification, String provider) {
        this.specification = specification;
        this.provider = provider;
    }

    Coder of(@Nullable String list) {
        return made.computeIfAbsent(String.valueOf(list), n -> new Coder(specification.codeList(n), provider));
    }
}
