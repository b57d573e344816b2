package equalities.cli;

/** The process was told to stop, and the run has ended its step; run again and it continues. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("Stopped, as told. Run the same command again: it continues.");
    }
}
