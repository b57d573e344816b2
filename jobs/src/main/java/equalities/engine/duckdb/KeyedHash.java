package equalities.engine.duckdb;

import java.util.HexFormat;

/**
 * HMAC-SHA-256 (RFC 2104) as an expression of SQL. Its key lies in two variables of the session, and so in no statement that
 * reads rows, no database and no message.
 */
final class KeyedHash {
    private static final int BLOCK = 64;

    private KeyedHash() {}

    /** Gives a session its key, of 64 bytes at most. */
    static void key(Database database, byte[] secret) {
        set(database, "keyed_hash_inner", secret, 0x36);
        set(database, "keyed_hash_outer", secret, 0x5c);
    }

    private static void set(Database database, String variable, byte[] secret, int pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ pad);
        }
        database.execute(
                "set variable " + variable + "\n= unhex('" + HexFormat.of().formatHex(block) + "')");
    }

    /** Takes the key away again. */
    static void forget(Database database) {
        database.execute("reset variable keyed_hash_inner");
        database.execute("reset variable keyed_hash_outer");
    }

    /**
     * The hash of a text, 64 lower-case hexadecimal digits; null of null.
     *
     * @param text an expression
     */
    static String of(String text) {
        return "sha256(getvariable('keyed_hash_outer') || unhex(sha256(getvariable('keyed_hash_inner') || encode("
                + text + "))))";
    }
}
