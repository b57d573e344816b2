package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody has the pseudonyms of a thousand people and guesses their numbers, all of which they come to. */
class PersonKeyTest {
    private static final long FIRST = 9_990_000_000L;
    private static final int PEOPLE = 1_000;

    private static final PersonKey KEY = key(1);

    @Test
    void a_hundred_thousand_guesses_find_nobody_without_the_key_and_everybody_with_it() {
        guess(100_000);
    }

    @Test
    @Tag("drill")
    void ten_million_guesses_find_nobody_without_the_key_and_everybody_with_it() {
        guess(10_000_000);
    }

    @Test
    void a_project_s_secret_is_its_own_and_tells_nothing_of_the_key() {
        String one = HexFormat.of().formatHex(KEY.ofProject("one"));
        assertThat(one).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(KEY.ofProject("two")));
        assertThat(one).isNotEqualTo(HexFormat.of().formatHex(key(2).ofProject("one")));
    }

    private static void guess(int guesses) {
        Set<String> pseudonyms = new Random(7)
                .longs(PEOPLE, FIRST, FIRST + guesses)
                .mapToObj(Long::toString)
                .map(KEY::pseudonym)
                .collect(Collectors.toSet());
        assertThat(found(pseudonyms, guesses, PersonKeyTest::sha256))
                .as("plain")
                .isZero();
        assertThat(found(pseudonyms, guesses, () -> keyed(key(2))))
                .as("another key")
                .isZero();
        assertThat(found(pseudonyms, guesses, () -> keyed(new PersonKey(KEY.ofProject("one")))))
                .as("a project's secret")
                .isZero();
        assertThat(found(pseudonyms, guesses, () -> keyed(KEY))).as("the key").isEqualTo(pseudonyms.size());
    }

    /** How many of the pseudonyms are met, on all processors. */
    private static long found(Set<String> pseudonyms, int guesses, Supplier<UnaryOperator<String>> hash) {
        ThreadLocal<UnaryOperator<String>> hashes = ThreadLocal.withInitial(hash);
        return LongStream.range(FIRST, FIRST + guesses)
                .parallel()
                .filter(number -> pseudonyms.contains(hashes.get().apply(Long.toString(number))))
                .count();
    }

    private static UnaryOperator<String> keyed(PersonKey key) {
        return key.pseudonyms()::of;
    }

    private static UnaryOperator<String> sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return number -> HexFormat.of().formatHex(digest.digest(number.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PersonKey key(int seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return new PersonKey(secret);
    }
}
