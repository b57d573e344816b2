/**
 * Zones on disk: write-once generations, put in place by one atomic pointer a zone, and the lock that lets one run
 * write at a time.
 *
 * <p>Open {@link equalities.lake.ZoneStore} first: begin, write aside, put in place. {@link equalities.lake.ReceivedFiles} is
 * the one door to what was received, which may be locked.
 */
@NullMarked
package equalities.lake;

import org.jspecify.annotations.NullMarked;
