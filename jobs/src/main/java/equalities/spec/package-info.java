/**
 * The specification in {@code schemas/}, read and checked: what the data is. No other package knows a file name below
 * {@code schemas/}, and no Java knows a code, a heading or a spelling.
 *
 * <p>Open {@link equalities.spec.Specification} first.
 */
@NullMarked
package equalities.spec;

import org.jspecify.annotations.NullMarked;
