package equalities.lake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The plain bytes of a locked file, by Tink's seekable channel; what it fails of is said in words of ours. */
final class UnlockedChannel implements SeekableByteChannel {
    /** How often a disk may give nothing before its end. */
    private static final int MOST_EMPTY = 100;

    private final SeekableByteChannel channel;
    private final SeekableByteChannel locked;
    private final Path file;

    private UnlockedChannel(SeekableByteChannel channel, SeekableByteChannel locked, Path file) {
        this.channel = channel;
        this.locked = locked;
        this.file = file;
    }

    /** @param locked closed with what is returned, or when it cannot be */
    static SeekableByteChannel of(SeekableByteChannel locked, ZoneKey key, byte[] name, Path file) throws IOException {
        try {
            SeekableByteChannel channel = key.cipher().newSeekableDecryptingChannel(locked, name);
            if (channel.size() <= 0) {
                checkEmpty(key, locked.position(0), name);
            }
            return new UnlockedChannel(channel, locked, file);
        } catch (GeneralSecurityException | IOException e) {
            locked.close();
            throw changed(file, e);
        }
    }

    /** Tink's seekable channel reads no segment of a file in which nothing is, and so would not see that its end is missing. */
    private static void checkEmpty(ZoneKey key, SeekableByteChannel locked, byte[] name)
            throws GeneralSecurityException, IOException {
        InputStream plain = key.cipher().newDecryptingStream(Channels.newInputStream(locked), name);
        if (plain.read() >= 0) {
            throw new IOException("more is in it than its length allows");
        }
    }

    private static IOException changed(Path file, Exception e) {
        return new IOException(
                "The file " + file
                        + " does not open with the key of its zone: it was changed, or exchanged with another."
                        + " 'equalities verify --home' names every such file.",
                e);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        try {
            if (channel.position() >= channel.size()) {
                return -1;
            }
            int read = channel.read(to);
            for (int again = 0; read == 0 && to.hasRemaining(); again++) {
                if (again == MOST_EMPTY) { // Tink waits for ever for an end that was cut off.
                    throw new EOFException("an end is missing");
                }
                read = channel.read(to);
            }
            return read;
        } catch (IOException e) {
            throw changed(file, e);
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        locked.close();
    }
}
