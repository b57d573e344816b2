package equalities.spec;

import java.io.Serializable;

/**
 * How figures are made safe to publish: one policy of {@code schemas/policies/disclosure.yaml}.
 *
 * @param threshold counts below it are hidden
 * @param suppressZero whether a count of zero is hidden too
 * @param roundingBase other counts are rounded to the nearest multiple
 * @param smallComplement whether a rate is hidden when fewer than the threshold did not have the attribute
 * @param percentDecimals decimals of a percentage
 * @param ratioDecimals decimals of a ratio
 * @param probabilityDecimals decimals of p and q
 * @param mark what stands for a hidden figure
 * @param source where the policy comes from
 */
public record DisclosurePolicy(
        String name,
        int threshold,
        boolean suppressZero,
        int roundingBase,
        boolean smallComplement,
        int percentDecimals,
        int ratioDecimals,
        int probabilityDecimals,
        String mark,
        String source)
        implements Serializable {}
