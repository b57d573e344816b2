/**
 * Received to standard and held: Spark runs the package {@code record} over files, one task a file.
 *
 * <p>Open {@link equalities.stage.standardise.Standardise} first.
 */
@NullMarked
package equalities.stage.standardise;

import org.jspecify.annotations.NullMarked;
