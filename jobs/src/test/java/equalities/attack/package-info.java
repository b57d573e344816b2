/** Releases that leak and releases that do not, and what the attack makes of them. */
@NullMarked
package equalities.attack;

import org.jspecify.annotations.NullMarked;
