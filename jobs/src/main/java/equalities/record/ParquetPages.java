package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Looks at the head of every page before one is unpacked: a reader takes as much memory as the head claims, and the foot of
 * the file need not say the same.
 */
final class ParquetPages {
    /** Old writers did not count the head of a dictionary, so that their columns seem to be cut off: PARQUET-816. */
    private static final int NOT_COUNTED = 100;

    private final SeekableByteChannel channel;
    private final long most;

    private ParquetPages(SeekableByteChannel channel, long most) {
        this.channel = channel;
        this.most = most;
    }

    /**
     * Sees that columns and pages lie within each other and the file.
     *
     * @param most what the pages of a row group may unpack to, bytes
     * @throws UnreadableFile when they do not
     */
    static void check(FileBytes file, List<BlockMetaData> groups, long most) throws IOException {
        try (SeekableByteChannel channel = file.open()) {
            ParquetPages pages = new ParquetPages(channel, most);
            for (BlockMetaData group : groups) {
                long unpacked = 0;
                for (ColumnChunkMetaData column : group.getColumns()) {
                    unpacked = pages.add(unpacked, column);
                }
            }
        }
    }

    private long add(long before, ColumnChunkMetaData column) throws IOException {
        long at = column.getStartingPos();
        long end = at + column.getTotalSize();
        if (at < 0 || end < at || end > channel.size()) {
            throw lie("a column lies outside the file");
        }
        long unpacked = before;
        while (at < end) {
            channel.position(at);
            Counted in = new Counted(Channels.newInputStream(channel));
            PageHeader head = Util.readPageHeader(in);
            at += in.read + head.compressed_page_size;
            unpacked += head.uncompressed_page_size;
            if (head.compressed_page_size < 0
                    || head.uncompressed_page_size < 0
                    || at > end + NOT_COUNTED
                    || unpacked > most) {
                throw lie("a page claims to be larger than its place");
            }
        }
        return unpacked;
    }

    private static UnreadableFile lie(String what) {
        return ParquetTable.damaged(new IOException(what));
    }

    /** Counts the bytes that a head takes, and reads no fewer at once than a disk does. */
    private static final class Counted extends InputStream {
        private static final int AT_ONCE = 1 << 12;

        private final InputStream in;
        private long read;

        Counted(InputStream in) {
            this.in = new BufferedInputStream(in, AT_ONCE);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = in.read(bytes, from, length);
            read += Math.max(0, some);
            return some;
        }
    }
}
