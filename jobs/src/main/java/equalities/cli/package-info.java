/**
 * The one command, {@code equalities}: its sub-commands, settings, progress and exit codes.
 *
 * <p>Open {@link equalities.cli.Equalities} first.
 */
@NullMarked
package equalities.cli;

import org.jspecify.annotations.NullMarked;
