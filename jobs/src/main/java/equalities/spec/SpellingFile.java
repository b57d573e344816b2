package equalities.spec;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds spellings to {@code schemas/spellings/<list>.csv}. */
public final class SpellingFile {
    private final Path schemas;
    private final Specification specification;

    public SpellingFile(Path schemas) {
        this.schemas = schemas;
        this.specification = SpecificationReader.read(schemas);
    }

    /**
     * Writes the file anew with this spelling in it, in the order of the spellings. The whole specification is read
     * again; where it does not hold together with the spelling, the file is as before.
     *
     * @param spelling as somebody wrote it; it is normalised
     * @throws SpecificationException when the list or the code is not there, or the spelling means something else already
     */
    public void add(String list, Spelling spelling) throws IOException {
        CodeList known = specification.codeList(list);
        Path file = schemas.resolve("spellings").resolve(list + ".csv");
        @Nullable String before = Files.exists(file) ? Files.readString(file) : null;
        Map<String, Spelling> all = new TreeMap<>();
        CodeListFile reader = new CodeListFile(new YamlFiles(schemas));
        reader.spellings(file).forEach(s -> all.put(key(s), s));
        Spelling normal = new Spelling(
                Words.normalise(spelling.spelling()), spelling.code(), spelling.provider(), spelling.why());
        Spelling other = all.put(key(normal), normal);
        if (other != null && !other.code().equals(normal.code())) {
            throw new SpecificationException("schemas/spellings/" + known.name() + ".csv reads this spelling as "
                    + other.code() + " already. Change the file by hand if that is wrong.");
        }
        write(file, all);
        try {
            SpecificationReader.read(schemas);
        } catch (SpecificationException e) {
            restore(file, before);
            throw e;
        }
    }

    private static String key(Spelling spelling) {
        return spelling.spelling() + "\n" + spelling.provider();
    }

    private static void write(Path file, Map<String, Spelling> all) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("spelling", "code", "provider", "why");
            all.values().forEach(s -> csv.writeRecord(s.spelling(), s.code(), s.provider(), s.why()));
        }
        Files.writeString(file, text.toString());
    }

    private static void restore(Path file, @Nullable String before) throws IOException {
        if (before == null) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, before);
        }
    }
}
