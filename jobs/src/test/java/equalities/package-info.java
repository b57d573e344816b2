/**
 * Tests of the whole: the architecture, the SQL pages, and the pipeline from landing to release.
 *
 * <p>Open {@code PipelineTest} first.
 */
@NullMarked
package equalities;

import org.jspecify.annotations.NullMarked;
