package equalities.engine.parquet;

import equalities.lake.ZoneKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.AesGcmV1;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnCryptoMetaData;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.EncryptionAlgorithm;
import org.apache.parquet.format.EncryptionWithFooterKey;
import org.apache.parquet.format.FileCryptoMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Parquet's modular encryption as DuckDB writes and reads it: footer, headers and pages are each locked with the footer's key,
 * without the additional data of the standard, with which DuckDB reads no lists and nothing under a filter.
 */
public final class ModularLock {
    private static final byte[] LOCKED = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 2 * Integer.BYTES;

    private ModularLock() {}

    /**
     * Locks a file as Parquet's own writer wrote it, with one page for each column of a row group.
     *
     * @throws IOException when a column has several pages
     */
    public static byte[] lock(byte[] plain, ZoneKey key) throws IOException {
        PageFormat locked = new PageFormat.Locked(new Modules(key));
        FileMetaData file = Util.readFileMetaData(footer(plain));
        ByteArrayOutputStream to = new ByteArrayOutputStream(plain.length);
        to.write(LOCKED);
        for (RowGroup group : file.getRow_groups()) {
            copy(group, plain, new PageFormat.Plain(), to, locked);
            for (ColumnChunk column : group.getColumns()) {
                column.setCrypto_metadata(
                        ColumnCryptoMetaData.ENCRYPTION_WITH_FOOTER_KEY(new EncryptionWithFooterKey()));
            }
        }
        int footer = to.size();
        Util.writeFileCryptoMetaData(new FileCryptoMetaData(EncryptionAlgorithm.AES_GCM_V1(new AesGcmV1())), to);
        Util.writeFileMetaData(file, to, new Modules(key), null);
        return ended(to, footer, LOCKED);
    }

    /**
     * The file that was locked.
     *
     * @throws IOException when it is under another key, or not as it was written
     */
    public static byte[] unlock(byte[] locked, ZoneKey key) throws IOException {
        if (locked.length < LOCKED.length || !Arrays.equals(locked, 0, LOCKED.length, LOCKED, 0, LOCKED.length)) {
            throw new IOException("a table is not locked, and all of its zone are to be");
        }
        Modules modules = new Modules(key);
        InputStream from = footer(locked);
        Util.readFileCryptoMetaData(from);
        FileMetaData file = Util.readFileMetaData(from, modules, null);
        ByteArrayOutputStream to = new ByteArrayOutputStream(locked.length);
        to.write(PLAIN);
        for (RowGroup group : file.getRow_groups()) {
            copy(group, locked, new PageFormat.Locked(modules), to, new PageFormat.Plain());
            group.getColumns().forEach(ColumnChunk::unsetCrypto_metadata);
        }
        int footer = to.size();
        Util.writeFileMetaData(file, to);
        return ended(to, footer, PLAIN);
    }

    private static InputStream footer(byte[] file) throws IOException {
        if (file.length < LOCKED.length + TAIL) {
            throw new IOException("a Parquet file was cut off");
        }
        int length = ByteBuffer.wrap(file, file.length - TAIL, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (length < 0 || length > file.length - TAIL - LOCKED.length) {
            throw new IOException("the footer of a Parquet file is damaged");
        }
        return new ByteArrayInputStream(file, file.length - TAIL - length, length);
    }

    private static byte[] ended(ByteArrayOutputStream file, int footer, byte[] magic) throws IOException {
        int length = file.size() - footer;
        file.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        file.write(magic);
        return file.toByteArray();
    }

    /** Copies the pages of a row group into another format, and has its metadata say where they are then. */
    private static void copy(RowGroup group, byte[] file, PageFormat in, ByteArrayOutputStream to, PageFormat out)
            throws IOException {
        int first = to.size();
        for (ColumnChunk column : group.getColumns()) {
            int start = to.size();
            copy(column.getMeta_data(), file, in, to, out);
            column.setFile_offset(start);
            column.unsetColumn_index_offset();
            column.unsetColumn_index_length();
            column.unsetOffset_index_offset();
            column.unsetOffset_index_length();
        }
        group.setFile_offset(first);
        group.setTotal_compressed_size(to.size() - (long) first);
    }

    private static void copy(
            ColumnMetaData column, byte[] file, PageFormat in, ByteArrayOutputStream to, PageFormat out)
            throws IOException {
        long from = column.getData_page_offset();
        if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
            from = Math.min(from, column.getDictionary_page_offset());
        }
        InputStream pages = new ByteArrayInputStream(
                file, Math.toIntExact(from), Math.toIntExact(column.getTotal_compressed_size()));
        column.unsetDictionary_page_offset();
        column.unsetBloom_filter_offset();
        column.unsetBloom_filter_length();
        int start = to.size();
        int data = 0;
        while (pages.available() > 0) {
            PageHeader header = in.header(pages);
            byte[] page = in.page(pages, header);
            if (header.getType() == PageType.DICTIONARY_PAGE) {
                column.setDictionary_page_offset(to.size());
            } else {
                column.setData_page_offset(to.size());
                data++;
            }
            out.write(header, page, to);
        }
        if (data > 1) {
            throw new IOException(
                    "a column has " + data + " pages in a row group, and DuckDB reads one of locked ones");
        }
        column.setTotal_compressed_size(to.size() - (long) start);
    }
}
