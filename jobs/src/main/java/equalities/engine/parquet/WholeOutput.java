package equalities.engine.parquet;

import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that is written from its first byte to its last, over what may be there, and lies in no blocks. */
interface WholeOutput extends OutputFile {
    @Override
    default PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
        return create(blockSize);
    }

    @Override
    default boolean supportsBlockSize() {
        return false;
    }

    @Override
    default long defaultBlockSize() {
        return 0;
    }
}
