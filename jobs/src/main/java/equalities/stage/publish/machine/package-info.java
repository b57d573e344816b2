/**
 * A release for programs: plain tables, and what is said about them in the forms that programs read.
 *
 * <p>Open {@link equalities.stage.publish.machine.MachineFiles} first.
 */
@NullMarked
package equalities.stage.publish.machine;

import org.jspecify.annotations.NullMarked;
