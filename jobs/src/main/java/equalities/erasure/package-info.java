/**
 * Taking people out of a home: by a request about a person, or because the time that a policy allows is over.
 *
 * <p>Open {@link equalities.erasure.Erasure} first.
 */
@NullMarked
package equalities.erasure;

import org.jspecify.annotations.NullMarked;
