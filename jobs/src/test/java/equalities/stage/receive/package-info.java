/** Tests of {@code equalities.stage.receive}. */
@NullMarked
package equalities.stage.receive;

import org.jspecify.annotations.NullMarked;
