package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How figures are made safe to publish: one policy of {@code schemas/policies/disclosure.yaml}.
 *
 * @param threshold counts below it are hidden
 * @param suppressZero whether a count of zero is hidden too
 * @param roundingBase other counts are rounded to the nearest multiple
 * @param leastWidth how far apart at least the lowest and the highest value must lie that a hidden small count could
 *     have for whoever reads everything published; 0: other counts are not hidden to protect it
 * @param smallComplement whether a count is hidden of which too few are left over of its whole
 * @param percentDecimals decimals of a percentage
 * @param ratioDecimals decimals of a ratio
 * @param probabilityDecimals decimals of p and q
 * @param from the day from which it holds
 * @param internal whether what it lets through is for bodies with a lawful need only, and never published
 * @param source where the policy comes from
 */
public record DisclosurePolicy(
        String name,
        int threshold,
        boolean suppressZero,
        int roundingBase,
        int leastWidth,
        boolean smallComplement,
        int percentDecimals,
        int ratioDecimals,
        int probabilityDecimals,
        LocalDate from,
        boolean internal,
        String source)
        implements Serializable {}
