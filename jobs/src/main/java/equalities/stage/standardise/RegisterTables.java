package equalities.stage.standardise;

import equalities.record.Register;
import equalities.spec.Specification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registers of all periods as rows of the tables {@code provider} and {@code site}. */
final class RegisterTables {
    private final Specification specification;
    private final Map<String, Register> registers;

    /** @param registers by period */
    RegisterTables(Specification specification, Map<String, Register> registers) {
        this.specification = specification;
        this.registers = registers;
    }

    List<@Nullable Object[]> providers() {
        return registers.entrySet().stream()
                .flatMap(
                        e -> e.getValue().providers().values().stream().map(p -> provider(e.getKey(), e.getValue(), p)))
                .toList();
    }

    List<@Nullable Object[]> sites() {
        return registers.entrySet().stream()
                .flatMap(e -> e.getValue().sites().values().stream().map(s -> site(e.getKey(), s)))
                .toList();
    }

    private @Nullable Object[] provider(String period, Register register, Register.Provider provider) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("period", period);
        row.put("provider_code", provider.code());
        row.put("name", provider.name());
        row.put("kind", provider.kind());
        row.put("role", register.isHospital(provider.code()) ? "hospital" : "advocacy");
        return specification.table("provider").row(row);
    }

    private @Nullable Object[] site(String period, Register.Site site) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("period", period);
        row.put("site_code", site.code());
        row.put("name", site.name());
        row.put("site_type", site.type());
        row.put("hospital_provider", site.hospital());
        row.put("advocacy_provider", site.advocacy());
        row.put("commissioner", site.commissioner());
        row.put("wards", site.wards());
        row.put("wards_with_access", site.wardsWithAccess());
        return specification.table("site").row(row);
    }
}
