/**
 * The engine of the warehouse. What the data is stands in {@code schemas/}, what is asked of it in {@code sql/}; Java
 * only carries both out.
 *
 * <p>Open {@code equalities.stage.Stage} first: its six verbs are the rooms, the jobs and the commands.
 */
@NullMarked
package equalities;

import org.jspecify.annotations.NullMarked;
