/** Tests of {@code equalities.record.bench}. */
@NullMarked
package equalities.record.bench;

import org.jspecify.annotations.NullMarked;
