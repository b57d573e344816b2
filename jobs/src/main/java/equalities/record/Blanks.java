package equalities.record;

/** Blanks as spreadsheets and word processors write them: spaces of every width, line ends, joiners, byte order marks. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(int c) {
        return c <= ' '
                || (c > 0x7f
                        && (Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || Character.getType(c) == Character.FORMAT
                                || c == 0x85));
    }
}
