/** Consolidation against another engine, and links against invented people whose truth is known. */
@NullMarked
package equalities.stage.consolidate;

import org.jspecify.annotations.NullMarked;
