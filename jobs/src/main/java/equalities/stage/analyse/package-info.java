/**
 * Warehouse to findings: runs {@code sql/views}, {@code sql/measures} and {@code sql/findings} in DuckDB. There is no
 * statistics in Java here; to change one, open {@code sql/}.
 *
 * <p>Open {@link equalities.stage.analyse.Analyse} first.
 */
@NullMarked
package equalities.stage.analyse;

import org.jspecify.annotations.NullMarked;
