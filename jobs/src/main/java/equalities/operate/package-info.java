/**
 * What the people who keep an installation running look at: which runs there were and how they ended, and how a home stands.
 *
 * <p>Open {@link equalities.operate.HomeStatus} first.
 */
@NullMarked
package equalities.operate;

import org.jspecify.annotations.NullMarked;
