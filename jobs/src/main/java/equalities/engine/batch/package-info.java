/**
 * Spring Batch, behind one door: a stage says its steps in plain Java, and gets them run as a restartable job whose
 * history is kept in the home's job repository.
 *
 * <p>Open {@link equalities.engine.batch.JobRunner} first.
 */
@NullMarked
package equalities.engine.batch;

import org.jspecify.annotations.NullMarked;
