package equalities.attack;

/** One count of a series, by its keys. */
record Cell(Place place, String characteristic, String code, String part) {
    static final String TOTAL = "total";
    static final String ALL = "All";

    /** The same people in another part, such as the denominator of a numerator. */
    Cell part(String other) {
        return new Cell(place, characteristic, code, other);
    }

    /** Everybody at the place. */
    Cell total() {
        return new Cell(place, TOTAL, ALL, part);
    }

    /** The same count at another place. */
    Cell at(Place other) {
        return new Cell(other, characteristic, code, part);
    }

    @Override
    public String toString() {
        String who = characteristic.equals(TOTAL) ? "everybody" : characteristic + " " + code;
        return place + ", " + who + ", " + part;
    }
}
