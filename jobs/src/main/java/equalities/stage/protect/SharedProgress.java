package equalities.stage.protect;

import equalities.stage.Progress;

/** How far the small counts of all islands are, as one piece of work. */
final class SharedProgress {
    private static final int STEP = 1000;

    private final Progress progress;
    private long all;
    private long done;

    SharedProgress(Progress progress) {
        this.progress = progress;
    }

    /** There is one more to protect. */
    synchronized void toDo() {
        all++;
    }

    /** One more is protected. */
    synchronized void done() {
        done++;
        if (done % STEP == 0) {
            progress.at("small counts protected", done, all);
        }
    }
}
