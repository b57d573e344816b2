package equalities.engine.batch;

/**
 * Where the job repository is.
 *
 * @param url JDBC address, a file of H2 by default
 * @param user its user, blank for none
 * @param password its password, blank for none; from the environment or a file, never from an argument
 */
public record RepositorySettings(String url, String user, String password) {
    /** What to do when the server is not reached. */
    public static final String MEND = "Start it, or mend repository-url, repository-user and repository-password-file.";

    /** The address without its parameters, among which a password may be. */
    public String server() {
        return url.split("\\?", 2)[0];
    }

    @Override
    public String toString() {
        return "RepositorySettings[url=" + server() + ", user=" + user + "]";
    }
}
