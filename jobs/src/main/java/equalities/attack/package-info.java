/**
 * The attack: reads a release as a stranger would, writes down every relation between its counts and those of earlier
 * releases, and finds for each hidden count the narrowest interval that they leave. It shares nothing with what
 * protects: what one forgets, the other still sees.
 *
 * <p>Open {@link equalities.attack.Attack} first, then {@link equalities.attack.Relations} for what a stranger knows
 * and {@link equalities.attack.Siege} for how an interval is found.
 */
@NullMarked
package equalities.attack;

import org.jspecify.annotations.NullMarked;
