/** Tests of the command, from landing to release. */
@NullMarked
package equalities.cli;

import org.jspecify.annotations.NullMarked;
