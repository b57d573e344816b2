/** What standardising writes, read by another engine. */
@NullMarked
package equalities.stage.standardise;

import org.jspecify.annotations.NullMarked;
