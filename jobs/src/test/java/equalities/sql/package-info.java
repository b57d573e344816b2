/** The given / expect pages beside every file of {@code sql/}, run as tests. */
@NullMarked
package equalities.sql;

import org.jspecify.annotations.NullMarked;
