package equalities.stage;

/** Where long work says how far it is. */
public interface Progress {
    /**
     * @param what the work, in words
     * @param done how many of its units are done
     * @param total how many there are, or 0 when that is not known
     */
    void at(String what, long done, long total);

    /** Nobody looks. */
    static Progress silent() {
        return (what, done, total) -> {};
    }
}
