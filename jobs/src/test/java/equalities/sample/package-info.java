/** The invented world and its generator. */
@NullMarked
package equalities.sample;

import org.jspecify.annotations.NullMarked;
