/**
 * Findings to protected: applies the disclosure policy in force to every figure. There is no off switch: a policy
 * always applies, and no policy of {@code schemas/policies/disclosure.yaml} is "none".
 *
 * <p>Open {@link equalities.stage.protect.Protect} first, then {@link equalities.stage.protect.Suppression} and, for what
 * is done on one island, {@link equalities.stage.protect.Protection}.
 */
@NullMarked
package equalities.stage.protect;

import org.jspecify.annotations.NullMarked;
