package equalities.record;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that turns an NHS number into a pseudonym: HMAC-SHA-256 (RFC 2104), 64 lower-case hexadecimal digits. */
public final class PersonKey implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** @param secret 32 bytes */
    public PersonKey(byte[] secret) {
        this.secret = secret.clone();
    }

    /** A function from identifiers to pseudonyms, for one thread. */
    Pseudonyms pseudonyms() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return id -> HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** The pseudonym of one identifier. */
    public String pseudonym(String identifier) {
        return pseudonyms().of(identifier);
    }

    /**
     * The secret of a project, from which neither this key nor that of another project follows: HKDF-Expand with SHA-256
     * (RFC 5869), 32 bytes.
     */
    public byte[] ofProject(String name) {
        return HexFormat.of().parseHex(pseudonym("equalities project " + name + "\u0001"));
    }

    /** What the key is known by, so that it is noticed when it is another: 64 hexadecimal digits. */
    public String print() {
        return pseudonym("equalities print of the key\u0001");
    }

    /** Identifier to pseudonym. */
    interface Pseudonyms {
        String of(String identifier);
    }

    @Override
    public String toString() {
        return "PersonKey";
    }
}
