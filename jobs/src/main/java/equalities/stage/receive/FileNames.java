package equalities.stage.receive;

/** Names that providers give to files: labels to be shown, never paths to be followed. */
final class FileNames {
    private static final int LONGEST_SHOWN = 120;

    private FileNames() {}

    /** Whether a name would lead outside if it were taken for a path. */
    static boolean leadsElsewhere(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../");
    }

    /** Whether it holds line ends, tabs or other signs that mean something to a terminal. */
    static boolean isUnprintable(String name) {
        return name.codePoints().anyMatch(FileNames::isUnprintable);
    }

    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** The name in one line of moderate length. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_SHOWN).forEach(c -> shown.appendCodePoint(isUnprintable(c) ? '?' : c));
        return shown.toString();
    }
}
