package equalities.record;

import equalities.spec.Words;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is expected to submit for a period, and which advocacy service covers which site. */
public record Register(Map<String, Provider> providers, Map<String, Site> sites, boolean checked)
        implements Serializable {
    /** No register: nothing is checked against it. */
    public static final Register NONE = new Register(Map.of(), Map.of(), false);

    private static final List<String> PROVIDER_HEADINGS = List.of("Provider Code", "Name", "Kind");
    private static final List<String> SITE_HEADINGS = List.of(
            "Site Code",
            "Name",
            "Site Type",
            "Hospital Provider",
            "Advocacy Provider",
            "Commissioner",
            "Wards",
            "Wards With Advocacy Access");

    /** An organisation that submits. */
    public record Provider(String code, String name, String kind) implements Serializable {}

    /** A place where people are entitled. */
    public record Site(
            String code,
            String name,
            String type,
            String hospital,
            String advocacy,
            String commissioner,
            @Nullable Long wards,
            @Nullable Long wardsWithAccess)
            implements Serializable {}

    public boolean knows(String provider) {
        return providers.containsKey(provider);
    }

    /** Whether it is a hospital: its kind says so, or a site says it is its hospital. */
    public boolean isHospital(String provider) {
        Provider known = providers.get(provider);
        String kind = known == null ? "" : Words.normalise(known.kind());
        return kind.contains("hospital")
                || kind.contains("trust")
                || sites.values().stream().anyMatch(s -> s.hospital().equals(provider));
    }

    /** The site's code as the register writes it, or null when nobody registered it. */
    @Nullable
    String siteCode(String written) {
        if (!checked) {
            return written;
        }
        Site site = sites.get(written.toUpperCase(java.util.Locale.ROOT).replace(" ", ""));
        return site == null ? null : site.code();
    }

    /**
     * Reads {@code providers.csv} and, where it is there, {@code sites.csv}.
     *
     * @throws RegisterException when a heading is missing
     */
    public static Register read(Path folder) throws IOException {
        Map<String, Provider> providers = new LinkedHashMap<>();
        for (Map<String, String> row : rows(folder.resolve("providers.csv"), PROVIDER_HEADINGS)) {
            String code = get(row, "Provider Code");
            providers.put(code, new Provider(code, get(row, "Name"), get(row, "Kind")));
        }
        Map<String, Site> sites = new LinkedHashMap<>();
        Path file = folder.resolve("sites.csv");
        if (Files.exists(file)) {
            for (Map<String, String> row : rows(file, SITE_HEADINGS)) {
                Site site = site(row);
                sites.put(site.code().toUpperCase(java.util.Locale.ROOT).replace(" ", ""), site);
            }
        }
        return new Register(providers, sites, true);
    }

    /** The register in a folder, or {@link #NONE} without one. */
    public static Register read(Optional<Path> folder) throws IOException {
        return folder.isPresent() ? read(folder.get()) : NONE;
    }

    /** The registers in a folder, by the period that each one's own folder is named after. */
    public static Map<String, Register> readAll(Path folder) throws IOException {
        Map<String, Register> registers = new TreeMap<>();
        try (Stream<Path> periods = Files.list(folder)) {
            for (Path period : periods.sorted().toList()) {
                registers.put(String.valueOf(period.getFileName()), read(period));
            }
        }
        return registers;
    }

    private static Site site(Map<String, String> row) {
        return new Site(
                get(row, "Site Code"),
                get(row, "Name"),
                get(row, "Site Type"),
                get(row, "Hospital Provider"),
                get(row, "Advocacy Provider"),
                get(row, "Commissioner"),
                number(get(row, "Wards")),
                number(get(row, "Wards With Advocacy Access")));
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }

    private static String get(Map<String, String> row, String heading) {
        return row.getOrDefault(Words.normalise(heading), "");
    }

    private static List<Map<String, String>> rows(Path file, List<String> headings) throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file, String.valueOf(file.getFileName()));
                Rows rows = source.sheets().get(0).rows()) {
            RawRow head = rows.next();
            List<String> found = head == null
                    ? List.of()
                    : head.cells().stream().map(Words::normalise).toList();
            if (!found.contains(Words.normalise(headings.get(0)))) {
                throw new RegisterException("The register " + file + " has no column '" + headings.get(0)
                        + "'. Give it the headings " + String.join(", ", headings) + ".");
            }
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < found.size(); i++) {
                    cells.put(found.get(i), row.cell(i));
                }
                if (!row.isBlank()) {
                    all.add(cells);
                }
            }
        }
        return all;
    }
}
