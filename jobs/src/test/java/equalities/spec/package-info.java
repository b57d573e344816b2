/** Tests of reading and checking the specification. */
@NullMarked
package equalities.spec;

import org.jspecify.annotations.NullMarked;
