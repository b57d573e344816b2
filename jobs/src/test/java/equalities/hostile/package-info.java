/**
 * Input that nobody means well with, and what becomes of it: each ends in an answer, and none in an exception that is not
 * declared, nor in a wait.
 *
 * <p>Open {@link equalities.hostile.Hostile} for what is tried, {@link equalities.hostile.HostileInputTest} for what every
 * build replays, and {@link equalities.hostile.FuzzDrillTest} for the search by Jazzer.
 */
@NullMarked
package equalities.hostile;

import org.jspecify.annotations.NullMarked;
