/**
 * Makes landing areas of invented people whose truth is known: the bundled sample, the yardstick of tests, benchmarks and
 * drills. What the invented world is like stands in {@code jobs/sample/world.yaml}.
 *
 * <p>Open {@link equalities.sample.Generator} first.
 */
@NullMarked
package equalities.sample;

import org.jspecify.annotations.NullMarked;
