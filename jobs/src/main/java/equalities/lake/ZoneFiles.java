package equalities.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens and creates the files of an identifiable zone in which rows of people are: as they are, or locked with the zone's
 * key. What a file is called is locked in with its bytes, so that two cannot be exchanged. Goes to executors with its key.
 */
public final class ZoneFiles implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of the table, of its period and of its part; a submission is known by its SHA-256 alone. */
    private static final int NAMES_OF_A_TABLE = 3;

    private final int names;
    private final @Nullable ZoneKey key;
    private final @Nullable ZoneKey tableKey;

    private ZoneFiles(int names, @Nullable ZoneKey key, @Nullable ZoneKey tableKey) {
        this.names = names;
        this.key = key;
        this.tableKey = tableKey;
    }

    /** Files that are not locked. */
    public static ZoneFiles plain() {
        return new ZoneFiles(1, null, null);
    }

    /** Tables that are locked within, so that a database that has the key reads them: as modules of Parquet. */
    static ZoneFiles ofTables(ZoneKey key) {
        return new ZoneFiles(1, null, key);
    }

    /** The key of tables that are locked within; null when they are not. */
    public @Nullable ZoneKey tableKey() {
        return tableKey;
    }

    /** What follows from something and from the key that it is written with; the same as before where there is none. */
    public String with(String madeFrom) {
        return tableKey == null ? madeFrom : Fingerprint.of(madeFrom, tableKey.print());
    }

    /**
     * Those of a zone.
     *
     * @throws WrongKey when they are locked with none of these keys, or not locked and there are keys
     */
    public static ZoneFiles of(ZoneStore zone, ZoneKeys keys) throws IOException {
        if (zone.current().equals(ZoneState.EMPTY)) {
            return of(zone.zone(), keys.first().orElse(null)); // The first run locks it.
        }
        if (zone.current().key() == null && !keys.keys().isEmpty()) {
            throw WrongKey.of(zone, null, keys);
        }
        return asTheyAre(zone, keys);
    }

    /** The same, also of a zone that is not locked though there are keys. */
    static ZoneFiles asTheyAre(ZoneStore zone, ZoneKeys keys) throws IOException {
        String print = zone.current().key();
        if (print == null) {
            return of(zone.zone(), null);
        }
        Optional<ZoneKey> key = keys.find(print);
        return of(zone.zone(), key.orElseThrow(() -> WrongKey.of(zone, print, keys)));
    }

    static ZoneFiles of(Zone zone, @Nullable ZoneKey key) {
        return new ZoneFiles(zone == Zone.RECEIVED ? 1 : NAMES_OF_A_TABLE, key, null);
    }

    public boolean areLocked() {
        return key != null;
    }

    /** What the key is known by. */
    @Nullable
    String print() {
        ZoneKey any = key == null ? tableKey : key;
        return any == null ? null : any.print();
    }

    /** The bytes of a file as they came; fails at any that is not as it was written. The caller closes it. */
    public SeekableByteChannel open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        return key == null ? channel : UnlockedChannel.of(channel, key, name(file), file);
    }

    /** From the first byte on. */
    public InputStream stream(Path file) throws IOException {
        return Channels.newInputStream(open(file));
    }

    /** How many bytes {@link #open} gives. */
    public long size(Path file) throws IOException {
        try (SeekableByteChannel channel = open(file)) {
            return channel.size();
        }
    }

    /** The SHA-256 of the bytes that {@link #open} gives. */
    public String fingerprint(Path file) throws IOException {
        try (InputStream in = stream(file)) {
            return Fingerprint.of(in);
        }
    }

    /**
     * Creates a file, which is whole once the caller has closed it.
     *
     * @param as where it will be opened
     */
    public OutputStream create(Path file, Path as) throws IOException {
        OutputStream to = Files.newOutputStream(file);
        if (key == null) {
            return to;
        }
        try {
            return key.cipher().newEncryptingStream(to, name(as));
        } catch (GeneralSecurityException e) {
            to.close();
            throw new IOException("Java cannot encrypt " + file, e);
        }
    }

    /** Copies a file of the landing area into the zone; it is not synced yet. */
    public void copy(Path landed, Path to) throws IOException {
        if (key == null) {
            Durable.copy(landed, to);
            return;
        }
        try (OutputStream out = create(to, to)) {
            Durable.copy(landed, out);
        }
    }

    private byte[] name(Path file) {
        int all = file.getNameCount();
        Path name = file.subpath(Math.max(0, all - names), all);
        return name.toString().getBytes(StandardCharsets.UTF_8);
    }
}
