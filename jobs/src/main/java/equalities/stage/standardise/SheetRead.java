package equalities.stage.standardise;

import java.io.Serializable;

/** What an executor tells of a submission's sheet. */
sealed interface SheetRead extends Serializable permits RowCount, SheetRefused {
    /** {@link equalities.lake.ReceivedFile#identity}. */
    String submission();
}
