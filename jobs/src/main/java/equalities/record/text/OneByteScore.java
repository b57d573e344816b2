package equalities.record.text;

import java.nio.charset.Charset;

/** How much sense the bytes above ASCII make in one encoding, by what stands around each. */
final class OneByteScore {
    private static final String PUNCTUATION = "’‘“”–—£€…•\u00a0°·½¼²©®™´«»†";
    private static final String USUAL = "éèêëáàâäãåíìîïóòôöõúùûüçñøæßœšžýÿ";
    private static final String BEHIND_APOSTROPHE = "stdlmrv";

    private final char[] characters = new char[256];
    private double score;
    private int before = ' ';
    private int at = -1;

    OneByteScore(Charset charset) {
        byte[] one = new byte[1];
        for (int b = 0; b < 256; b++) {
            one[0] = (byte) b;
            characters[b] = new String(one, charset).charAt(0);
        }
    }

    /** The next byte. */
    void next(int b) {
        if (at >= 0x80) {
            score += sense(characters[at], characters[before], characters[b]);
        }
        before = at < 0 ? ' ' : at;
        at = b;
    }

    /** A character that is not of this encoding. */
    void skip() {
        next('a');
    }

    double score() {
        return score;
    }

    private static double sense(char c, char left, char right) {
        boolean lettersLeft = Character.isLetter(left);
        boolean lettersRight = Character.isLetter(right);
        if (c == '\uFFFD' || Character.isISOControl(c)) {
            return -3;
        }
        if (Character.isLetter(c)) {
            return letter(c, left, lettersLeft, lettersRight);
        }
        if (c == '’' && lettersLeft && lettersRight) {
            return BEHIND_APOSTROPHE.indexOf(Character.toLowerCase(right)) >= 0 || Character.isUpperCase(left)
                    ? 2
                    : -0.5;
        }
        if (PUNCTUATION.indexOf(c) < 0) {
            return -1;
        }
        return c == '£' || c == '€' || !(lettersLeft && lettersRight) ? 1.5 : -0.5;
    }

    private static double letter(char c, char left, boolean lettersLeft, boolean lettersRight) {
        if (!lettersLeft && !lettersRight) {
            return -2;
        }
        if (Character.isUpperCase(c)) {
            return lettersLeft && Character.isLowerCase(left) ? -2 : lettersRight ? 0.5 : -1;
        }
        return USUAL.indexOf(c) >= 0 ? 1 : -0.5;
    }
}
