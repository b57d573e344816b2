/**
 * Standard to warehouse: later rows supersede earlier ones, each person gets one answer per characteristic out of all
 * sources, the dated rule says who qualifies, the checks of {@code sql/checks} run, and the ledger is closed.
 *
 * <p>Open {@link equalities.stage.consolidate.Consolidate} first.
 */
@NullMarked
package equalities.stage.consolidate;

import org.jspecify.annotations.NullMarked;
