/** Tests of what the sender of a file is told. */
@NullMarked
package equalities.record.report;

import org.jspecify.annotations.NullMarked;
