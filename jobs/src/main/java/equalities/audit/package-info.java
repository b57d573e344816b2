/**
 * Who did what with a home, so that a line that was changed, cut out or moved is seen: one line of JSON an event, each with
 * the SHA-256 of the line before and a signature, and its end told to a place outside the home.
 *
 * <p>Open {@link equalities.audit.AuditLog} first, then {@link equalities.audit.AuditCheck} for how it is checked. Nothing of
 * a person is in it, so nothing of it is ever erased.
 */
@NullMarked
package equalities.audit;

import org.jspecify.annotations.NullMarked;
