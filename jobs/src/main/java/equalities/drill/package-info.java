/**
 * The power-cut drill: runs the pipeline on invented returns as real processes, cuts them off in every way that we know
 * of, and compares what the next start makes of it with an undisturbed run.
 *
 * <p>Open {@link equalities.drill.Drill} first, then {@link equalities.drill.Harm} for the ways, and
 * {@link equalities.drill.FaultLayer} for what happens within the process that is cut off.
 */
@NullMarked
package equalities.drill;

import org.jspecify.annotations.NullMarked;
