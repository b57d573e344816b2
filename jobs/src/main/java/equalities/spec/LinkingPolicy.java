package equalities.spec;

import java.io.Serializable;

/**
 * How a person of one return is found in another: {@code schemas/policies/linking.yaml}.
 *
 * @param tier2 whether rows without an NHS number are linked by date of birth, sex and site
 * @param precision1 share of tier 1 links that were right on invented people, between 0 and 1
 * @param precision2 the same of tier 2
 */
public record LinkingPolicy(boolean tier2, double precision1, double precision2) implements Serializable {}
