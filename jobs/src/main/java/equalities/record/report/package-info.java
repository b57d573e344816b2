/**
 * What the sender of a file is told about it: every fault with its place, rule and mend, the same at the service's own
 * desk and at the centre; and the examples beside each layout.
 *
 * <p>Open {@link equalities.record.report.ExampleReturn} for the examples.
 */
@NullMarked
package equalities.record.report;

import org.jspecify.annotations.NullMarked;
