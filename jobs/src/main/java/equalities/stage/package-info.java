/**
 * The six stages. Each reads one zone and writes the next; they meet in files and never call each other.
 *
 * <p>Open {@link equalities.stage.Stage} first, then the package of the stage you want.
 */
@NullMarked
package equalities.stage;

import org.jspecify.annotations.NullMarked;
