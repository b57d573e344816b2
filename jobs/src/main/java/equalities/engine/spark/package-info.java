/**
 * Spark, behind one door: a session that starts when it is first needed, and the specification's types in its words.
 *
 * <p>Open {@link equalities.engine.spark.SparkEngine} first.
 */
@NullMarked
package equalities.engine.spark;

import org.jspecify.annotations.NullMarked;
