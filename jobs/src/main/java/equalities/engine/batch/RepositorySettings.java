package equalities.engine.batch;

/**
 * Where the job repository is.
 *
 * @param url JDBC address, a file of H2 by default
 * @param user its user, blank for none
 * @param password its password, blank for none; from the environment or a file, never from an argument
 */
public record RepositorySettings(String url, String user, String password) {
    @Override
    public String toString() {
        return "RepositorySettings[url=" + url + ", user=" + user + "]";
    }
}
