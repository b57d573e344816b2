/** What is written as rows, read by another engine. */
@NullMarked
package equalities.engine.parquet;

import org.jspecify.annotations.NullMarked;
