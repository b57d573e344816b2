/**
 * Landing to received: every file that a provider sent, kept once by its SHA-256, with who sent it for which period.
 *
 * <p>Open {@link equalities.stage.receive.Receive} first.
 */
@NullMarked
package equalities.stage.receive;

import org.jspecify.annotations.NullMarked;
