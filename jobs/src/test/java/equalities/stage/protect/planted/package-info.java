/** Breaks a rule of the house on purpose, so that ArchitectureTest can show that it sees. */
@NullMarked
package equalities.stage.protect.planted;

import org.jspecify.annotations.NullMarked;
