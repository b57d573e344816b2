/**
 * Protected to published: {@code sql/outputs} becomes an immutable release of tables and a one-file report. It is
 * handed the protected zone and cannot open another.
 *
 * <p>Open {@link equalities.stage.publish.Publish} first.
 */
@NullMarked
package equalities.stage.publish;

import org.jspecify.annotations.NullMarked;
