package equalities.cli;

/** How the command ends; other people's scripts hold on to these numbers. */
enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed"),
    USAGE(64, "usage"),
    REFUSED(65, "refused"),
    TRY_LATER(75, "try again later"),
    NOTHING_NEW(99, "nothing new"),
    STOPPED(143, "stopped");

    private final int number;
    private final String word;

    ExitCode(int number, String word) {
        this.number = number;
        this.word = word;
    }

    int number() {
        return number;
    }

    String word() {
        return word;
    }
}
