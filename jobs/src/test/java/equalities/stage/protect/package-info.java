/** Tests of what is hidden and what is shown. */
@NullMarked
package equalities.stage.protect;

import org.jspecify.annotations.NullMarked;
