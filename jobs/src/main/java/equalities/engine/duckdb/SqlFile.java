package equalities.engine.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code sql/}: one relation, or the macros of one theme.
 *
 * @param folder macros, views, measures, findings, checks or outputs
 * @param name the file name without its ending: the relation's name
 * @param text the SQL
 */
public record SqlFile(String folder, String name, String text) {
    private static final Pattern HEADER = Pattern.compile("(?m)^--\\s*(\\w+):\\s*(.*)$");

    /** The value of a header line {@code -- key: value}, or the default. */
    public String header(String key, String otherwise) {
        Matcher matcher = HEADER.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(key)) {
                return matcher.group(2).strip();
            }
        }
        return otherwise;
    }

    /** {@code measures/uptake.sql}. */
    public String path() {
        return folder + "/" + name + ".sql";
    }

    /** The first line of the header comment. */
    public String caption() {
        String first = text.lines().findFirst().orElse("");
        return first.startsWith("--") ? first.substring(2).strip() : name;
    }

    /** Whether it makes the relation or macro of this name. */
    boolean makes(String relation) {
        return name.equals(relation)
                || Pattern.compile("(?i)\\bmacro\\s+" + Pattern.quote(relation) + "\\s*\\(")
                        .matcher(text)
                        .find();
    }

    /** The statement without its final semicolon. */
    public String select() {
        return text.strip().replaceAll(";\\s*$", "");
    }
}
