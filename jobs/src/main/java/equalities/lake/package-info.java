/**
 * Zones on disk: write-once generations, put in place by one atomic pointer a zone, and the lock that lets one run
 * write at a time.
 *
 * <p>Open {@link equalities.lake.ZoneStore} first: begin, write aside, put in place.
 */
@NullMarked
package equalities.lake;

import org.jspecify.annotations.NullMarked;
