package equalities.engine.parquet;

import equalities.lake.ZoneKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.parquet.format.BlockCipher;
import org.jspecify.annotations.Nullable;

/** Locks and unlocks the modules of a Parquet file: its length, a nonce that is never used again, and AES-256-GCM. */
final class Modules implements BlockCipher.Encryptor, BlockCipher.Decryptor {
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int TAG = TAG_BITS / Byte.SIZE;

    private final SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    Modules(ZoneKey key) {
        this.key = key.aes();
    }

    @Override
    public byte[] encrypt(byte[] plain, byte @Nullable [] unused) {
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(Integer.BYTES + NONCE + locked.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot encrypt", e);
        }
    }

    @Override
    public byte[] decrypt(InputStream from, byte @Nullable [] unused) throws IOException {
        byte[] start = from.readNBytes(Integer.BYTES);
        int length = start.length < Integer.BYTES
                ? 0
                : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < NONCE + TAG || length > from.available()) {
            throw new IOException("a table is not as it was written, or cut off");
        }
        byte[] module = from.readNBytes(length);
        try {
            return cipher(Cipher.DECRYPT_MODE, module).doFinal(module, NONCE, length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IOException("a table is not as it was written, or locked with another key", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] module, byte @Nullable [] unused) {
        try {
            return decrypt(new ByteArrayInputStream(module), unused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer decrypt(ByteBuffer module, byte @Nullable [] unused) {
        return ByteBuffer.wrap(decrypt(bytes(module), unused));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES_GCM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        return cipher;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
