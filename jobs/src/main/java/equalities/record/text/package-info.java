/**
 * Bytes of a text file to records of cells: which encoding, which dialect, and how each record is divided, however it
 * was written. Knows nothing of sheets, layouts or people.
 *
 * <p>Open {@link equalities.record.text.DelimitedText} first; {@link equalities.record.text.DialectDetector} finds the
 * dialect, {@link equalities.record.text.RecordReader} reads and mends.
 */
@NullMarked
package equalities.record.text;

import org.jspecify.annotations.NullMarked;
