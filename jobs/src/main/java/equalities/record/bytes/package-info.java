/**
 * The bytes of a file, wherever they lie and however they are kept there: what all readers of files take.
 *
 * <p>Open {@link equalities.record.bytes.FileBytes} first.
 */
@NullMarked
package equalities.record.bytes;

import org.jspecify.annotations.NullMarked;
