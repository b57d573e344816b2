/**
 * Spark, behind one door: a context that starts when it is first needed.
 *
 * <p>Open {@link equalities.engine.spark.SparkEngine} first.
 */
@NullMarked
package equalities.engine.spark;

import org.jspecify.annotations.NullMarked;
