package equalities.erasure;

import equalities.lake.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

/** The key that signs certificates: Ed25519 (RFC 8032), in a file readable by its owner only; its public half beside it. */
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

    /** Reads the public half alone. */
    public static PublicKey readPublic(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(file)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The file " + file + " holds no public key. Name the right one.", e);
        }
    }

    private static byte[] decode(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        write(publicHalf(file), pair.getPublic().getEncoded(), "rw-r--r--");
        write(file, pair.getPrivate().getEncoded(), Rights.OWNERS_FILE);
    }

    private static void write(Path file, byte[] bytes, String rights) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        Rights.set(file, rights);
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.WRITE);
    }

    /** The public half, Base64 of its X.509 form. */
    String publicText() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    /** The signature of bytes, Base64. */
    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 15 has " + ALGORITHM, impossible);
        }
    }

    /** Whether the signature of these bytes was made with the key whose public half this is. */
    static boolean isRight(PublicKey key, byte[] bytes, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }
}
