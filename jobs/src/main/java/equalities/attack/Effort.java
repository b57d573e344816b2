package equalities.attack;

/** How far an attack goes. */
public enum Effort {
    /** What follows by narrowing one count after the other; seconds, and done before every release. */
    NARROWING,

    /** Points and linear programs too, until every hidden count is decided; minutes to hours. */
    EVERYTHING
}
