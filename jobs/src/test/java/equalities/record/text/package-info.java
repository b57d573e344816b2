/** Tests of {@code equalities.record.text}. */
@NullMarked
package equalities.record.text;

import org.jspecify.annotations.NullMarked;
