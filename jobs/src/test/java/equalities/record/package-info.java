/** Tests of reading, recognising and standardising. */
@NullMarked
package equalities.record;

import org.jspecify.annotations.NullMarked;
