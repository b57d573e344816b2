package equalities.hostile;

import equalities.engine.duckdb.SqlFile;
import equalities.record.HostileReturn;
import equalities.spec.HostileSpecification;
import equalities.spec.SpecificationException;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;

/** What takes any bytes and has to end in an answer. */
enum Hostile {
    /** Delimited text of any encoding. */
    TEXT {
        @Override
        void take(byte[] bytes) throws IOException {
            Readers.RETURNS.file(bytes, "return.csv");
        }
    },
    /** Whatever it is: workbooks, Parquet, archives and what else begins like one of them. */
    FILE {
        @Override
        void take(byte[] bytes) throws IOException {
            Readers.RETURNS.file(bytes, "return.xlsx");
        }
    },
    /** One part of an Excel workbook; the first byte says which. */
    WORKBOOK {
        @Override
        void take(byte[] bytes) throws IOException {
            Readers.RETURNS.file(Packed.workbook(bytes), "return.xlsx");
        }
    },
    /** The content of an OpenDocument spreadsheet. */
    OPEN_DOCUMENT {
        @Override
        void take(byte[] bytes) throws IOException {
            Readers.RETURNS.file(Packed.openDocument(bytes), "return.ods");
        }
    },
    /** A word for a code. */
    SPELLING {
        @Override
        void take(byte[] bytes) {
            Readers.RETURNS.word(HostileReturn.text(bytes));
        }
    },
    /** Rows, among them those of headings. */
    HEADINGS {
        @Override
        void take(byte[] bytes) throws IOException {
            Readers.RETURNS.headings(HostileReturn.text(bytes));
        }
    },
    /** A file of the specification; the first byte says of which kind. */
    SPECIFICATION {
        @Override
        void take(byte[] bytes) throws IOException {
            try {
                Readers.SPECIFICATION.file(bytes);
            } catch (SpecificationException refused) {
                if (String.valueOf(refused.getMessage()).isBlank()) {
                    throw refused;
                }
            }
        }
    },
    /** The header and the statement of a file of SQL. */
    SQL_HEADER {
        @Override
        void take(byte[] bytes) {
            SqlFile file = new SqlFile("checks", "some", HostileReturn.text(bytes));
            file.caption();
            file.header("severity", "warning");
            file.header("purpose", "");
            file.select();
        }
    };

    static HostileReturn returns() {
        return Readers.RETURNS;
    }

    /** Returns when there is an answer; what it throws is a defect. */
    abstract void take(byte[] bytes) throws IOException;

    /** Made once, when first asked for. */
    private static final class Readers {
        private static final Path SCHEMAS =
                Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");
        private static final HostileReturn RETURNS = new HostileReturn(SpecificationReader.read(SCHEMAS));
        private static final HostileSpecification SPECIFICATION = new HostileSpecification(SCHEMAS);

        private Readers() {}
    }
}
