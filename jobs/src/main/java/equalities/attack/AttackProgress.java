package equalities.attack;

/** Where the attack says how far it is. */
public interface AttackProgress {
    /** So many of the protected counts have been attacked. */
    void at(long attacked, long of);
}
