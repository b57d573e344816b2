package equalities.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that signs certificates and releases: Ed25519 (RFC 8032), in a file readable by its owner only; its public half beside it. */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** Where the public half of a key is. */
    public static Path publicHalf(Path file) {
        return file.resolveSibling(file.getFileName() + ".public");
    }

    /** Reads the key, and makes one first where there is none. */
    public static SigningKey readOrMake(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decode(file))), readPublic(publicHalf(file)));
        } catch (GeneralSecurityException e) {
            throw new IOException("The file " + file + " holds no signing key. Put the right file back.", e);
        }
    }

    /** Reads the public half alone, as it is kept beside the key or as a release has it (PEM). */
    public static PublicKey readPublic(Path file) throws IOException {
        try {
            return publicOf(decode(file));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file " + file + " holds no public key. Name the right one.", e);
        }
    }

    /**
     * The public key that {@link #publicText} wrote.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static PublicKey publicOf(String text) {
        return publicOf(Base64.getDecoder().decode(text));
    }

    private static PublicKey publicOf(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    private static byte[] decode(Path file) throws IOException {
        String text = Files.readString(file)
                .lines()
                .filter(l -> !l.startsWith("-----"))
                .collect(Collectors.joining());
        return Base64.getDecoder().decode(text.strip());
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        // The secret comes last: where it is, both are whole.
        write(publicHalf(file), pair.getPublic().getEncoded(), "rw-r--r--");
        write(file, pair.getPrivate().getEncoded(), Rights.OWNERS_FILE);
    }

    private static void write(Path file, byte[] bytes, String rights) throws IOException {
        byte[] text = (Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
        Durable.replace(file, SecretFile.fresh(file, text, rights));
    }

    /** The public half, Base64 of its X.509 form. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    /** The public half as other tools read it: PEM (RFC 7468). */
    public String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + publicText() + "\n-----END PUBLIC KEY-----\n";
    }

    /** The signature of bytes, 64 bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 15 has " + ALGORITHM, impossible);
        }
    }

    /**
     * A seal of a text that only the owner of this key can make and compare: HMAC-SHA-256, 64 hexadecimal digits. A plain
     * hash of what can be guessed tells whoever guesses that they are right; this does not.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
     */
    public String seal(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** What a key is known by: the SHA-256 of its X.509 form. */
    public static String fingerprint(PublicKey key) {
        return Fingerprint.ofBytes(key.getEncoded());
    }

    /** Whether the signature of these bytes was made with the key whose public half this is. */
    public static boolean isRight(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }
}
