/**
 * How well files are read, measured: tables written in every way we know of, read back with nothing given, and compared
 * cell by cell with what they held.
 *
 * <p>Open {@link equalities.record.bench.ReadingBench} first.
 */
@NullMarked
package equalities.record.bench;

import org.jspecify.annotations.NullMarked;
