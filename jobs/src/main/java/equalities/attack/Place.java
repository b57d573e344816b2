package equalities.attack;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where people are counted: its level, such as site, and its code. */
record Place(
        @JsonProperty("place_level") String level,
        @JsonProperty("place") String code) {
    static final String SITE = "site";

    @Override
    public String toString() {
        return level.equals("england") ? code : level + " " + code;
    }
}
