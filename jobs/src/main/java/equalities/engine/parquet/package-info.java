/**
 * Rows to Parquet and back, in the types of the specification, without a query in between.
 *
 * <p>Open {@link equalities.engine.parquet.RowFile} first.
 */
@NullMarked
package equalities.engine.parquet;

import org.jspecify.annotations.NullMarked;
