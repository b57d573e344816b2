/**
 * What a release says, whatever form it is written in: its tables, and what is known of each of their columns.
 *
 * <p>Open {@link equalities.stage.publish.content.OutputTable} first.
 */
@NullMarked
package equalities.stage.publish.content;

import org.jspecify.annotations.NullMarked;
