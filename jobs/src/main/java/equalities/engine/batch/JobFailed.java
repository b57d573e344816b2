package equalities.engine.batch;

/** A job did not end well; run again and it continues at the step that failed. */
public final class JobFailed extends Exception {
    private static final long serialVersionUID = 1;

    JobFailed(String job, String step, Throwable cause) {
        super("The job " + job + " failed in its step '" + step + "'", cause);
    }
}
