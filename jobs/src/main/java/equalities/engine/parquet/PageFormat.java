package equalities.engine.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** How pages and their headers stand in a file. */
sealed interface PageFormat {
    PageHeader header(InputStream from) throws IOException;

    byte[] page(InputStream from, PageHeader header) throws IOException;

    void write(PageHeader header, byte[] page, ByteArrayOutputStream to) throws IOException;

    /** As they are. */
    record Plain() implements PageFormat {
        @Override
        public PageHeader header(InputStream from) throws IOException {
            return Util.readPageHeader(from);
        }

        @Override
        public byte[] page(InputStream from, PageHeader header) throws IOException {
            return from.readNBytes(header.getCompressed_page_size());
        }

        @Override
        public void write(PageHeader header, byte[] page, ByteArrayOutputStream to) throws IOException {
            Util.writePageHeader(header, to);
            to.write(page);
        }
    }

    /** Each locked by itself. A header says how long its page is when it is unlocked, as DuckDB has it. */
    record Locked(Modules modules) implements PageFormat {
        @Override
        public PageHeader header(InputStream from) throws IOException {
            return Util.readPageHeader(from, modules, null);
        }

        @Override
        public byte[] page(InputStream from, PageHeader header) throws IOException {
            return modules.decrypt(from, null);
        }

        @Override
        public void write(PageHeader header, byte[] page, ByteArrayOutputStream to) throws IOException {
            Util.writePageHeader(header, to, modules, null);
            to.write(modules.encrypt(page, null));
        }
    }
}
