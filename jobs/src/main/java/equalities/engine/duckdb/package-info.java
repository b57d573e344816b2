/**
 * DuckDB, behind one door: statements, relations out of Parquet, and the SQL library in {@code sql/}.
 *
 * <p>Open {@link equalities.engine.duckdb.Database} first.
 */
@NullMarked
package equalities.engine.duckdb;

import org.jspecify.annotations.NullMarked;
