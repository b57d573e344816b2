package equalities.lake;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that locks the files of a zone, 32 bytes. A file of an identifiable zone is locked by Tink's streaming AEAD: a key of its own
 * by HKDF-SHA-256, AES-256-GCM over segments of 1 MB, so that it can be read from any place on.
 */
public final class ZoneKey implements Serializable {
    /** As text: hexadecimal digits. */
    public static final int DIGITS = 64;

    private static final long serialVersionUID = 1;
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = DIGITS / 2;
    private static final int SEGMENT = 1 << 20;
    private static final int PRINTED = 16;

    private final byte[] secret;

    private ZoneKey(byte[] secret) {
        this.secret = secret;
    }

    /** A new one, from the system's source of chance. */
    public static ZoneKey make() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new ZoneKey(secret);
    }

    /**
     * Reads the text of one.
     *
     * @throws IllegalArgumentException when it is not 64 hexadecimal digits; without the text
     */
    public static ZoneKey of(String text) {
        if (!text.matches("[0-9a-fA-F]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("a key is " + DIGITS + " hexadecimal digits");
        }
        return new ZoneKey(HexFormat.of().parseHex(text));
    }

    /** Its text, for the file that keeps it and for nothing else. */
    public String text() {
        return HexFormat.of().formatHex(secret);
    }

    /** As Java's ciphers take it. */
    public SecretKeySpec aes() {
        return new SecretKeySpec(secret, "AES");
    }

    /** Its text as DuckDB takes it, for a statement that is in no log. */
    public String base64() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /** What it is known by, so that it is noticed when it is another: 16 hexadecimal digits, from which nothing of it follows. */
    public String print() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] all = mac.doFinal("equalities print of the key of received files".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all).substring(0, PRINTED);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }

    StreamingAead cipher() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(secret, "HmacSha256", BYTES, SEGMENT, 0);
    }

    @Override
    public String toString() {
        return "ZoneKey " + print();
    }
}
