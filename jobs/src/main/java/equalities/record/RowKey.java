package equalities.record;

import equalities.spec.Layout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fingerprints of rows: 128 bits of the SHA-256 of their texts, as 32 hexadecimal digits. */
final class RowKey {
    private RowKey() {}

    /**
     * Which row of a return it is: sent again it has the same, whatever else changed.
     *
     * @param value the canonical value of a key column
     */
    static String of(Layout layout, Function<String, @Nullable Object> value) {
        return print(
                layout.key().stream().map(k -> String.valueOf(value.apply(k))).toList());
    }

    static String print(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update((Blanks.strip(text) + "\u0000").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
