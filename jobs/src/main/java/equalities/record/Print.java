package equalities.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint of some texts: 128 bits of their SHA-256. Blanks around a text do not count. */
record Print(long high, long low) {
    static Print of(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            digest.update((Blanks.strip(text) + "\u0000").getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Print(bytes.getLong(), bytes.getLong());
    }

    /** As 32 hexadecimal digits. */
    String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
