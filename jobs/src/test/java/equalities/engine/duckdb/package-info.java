@NullMarked
package equalities.engine.duckdb;

import org.jspecify.annotations.NullMarked;
