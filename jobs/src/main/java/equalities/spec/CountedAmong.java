package equalities.spec;

import java.io.Serializable;

/** A measure whose people are all counted in another, at each place and answer. */
public record CountedAmong(String measure, String basis, String ofMeasure, String ofBasis) implements Serializable {}
