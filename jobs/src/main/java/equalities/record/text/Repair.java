package equalities.record.text;

/** How a record had to be read in another way than the file as a whole. */
public enum Repair {
    STRAY_QUOTE(
            "quotation mark inside a cell",
            "A quotation mark stands inside a cell without being doubled; it was kept as text.",
            "Double the quotation mark, or remove it."),
    UNCLOSED_QUOTE(
            "quotation mark never closed",
            "A quotation mark opens a cell and is not closed in its row; it was kept as text.",
            "Close the quotation mark, or remove it."),
    OTHER_DELIMITER(
            "another separator",
            "This row separates its cells by another character than the rest of the file; it was read by that one.",
            "Separate the cells of every row by the same character."),
    OTHER_QUOTE(
            "another quotation mark",
            "This row encloses its cells in another quotation mark than the rest of the file; they were taken off.",
            "Enclose cells in the same quotation mark everywhere."),
    OTHER_ESCAPE(
            "another way to write a quotation mark",
            "This row writes quotation marks behind a backslash, unlike the rest of the file; it was read so.",
            "Double the quotation marks inside cells."),
    OTHER_ENCODING(
            "another encoding",
            "A character of this row is in another encoding than the rest of the file; it was read by the older one.",
            "Save the file as CSV UTF-8."),
    LOST_CHARACTER(
            "unreadable character",
            "A character of this row stands for nothing in the file's encoding; it is shown as \uFFFD.",
            "Write the character again, and save the file as CSV UTF-8.");

    private final String rule;
    private final String message;
    private final String fix;

    Repair(String rule, String message, String fix) {
        this.rule = rule;
        this.message = message;
        this.fix = fix;
    }

    /** Its name, as a person reads it. */
    public String rule() {
        return rule;
    }

    /** What was found and done. */
    public String message() {
        return message;
    }

    /** How to mend it. */
    public String fix() {
        return fix;
    }
}
