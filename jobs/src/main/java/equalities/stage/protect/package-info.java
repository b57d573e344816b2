/**
 * Findings to protected: applies the disclosure policy in force to every figure. There is no off switch: a policy
 * always applies, and no policy of {@code schemas/policies/disclosure.yaml} is "none".
 *
 * <p>Open {@link equalities.stage.protect.Protect} first, then {@link equalities.stage.protect.Protector}.
 */
@NullMarked
package equalities.stage.protect;

import org.jspecify.annotations.NullMarked;
