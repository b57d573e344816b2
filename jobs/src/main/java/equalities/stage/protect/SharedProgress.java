package equalities.stage.protect;

import equalities.stage.Progress;

/** How far all islands are with something, as one piece of work. */
final class SharedProgress {
    private static final int STEP = 1000;

    private final Progress progress;
    private final String words;
    private long all;
    private long done;

    /** @param words what was done with those that are done */
    SharedProgress(Progress progress, String words) {
        this.progress = progress;
        this.words = words;
    }

    /** There is one more. */
    synchronized void toDo() {
        all++;
    }

    /** One more is done. */
    synchronized void done() {
        done++;
        if (done % STEP == 0) {
            progress.at(words, done, all);
        }
    }
}
