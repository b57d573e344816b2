package equalities.record;

/**
 * A code that may have been meant.
 *
 * @param distance 0 alike to 1 unlike
 */
public record Suggestion(String code, String label, double distance) {}
