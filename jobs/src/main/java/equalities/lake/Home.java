package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a warehouse lives: {@code <home>/{received,standard,held,warehouse,findings,protected,published,state}}. */
public record Home(Path root) {
    private static final String OWNER_ONLY = "rwx------";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public ZoneStore zone(Zone zone) {
        return new ZoneStore(zone, root.resolve(zone.folder()));
    }

    /** The job repository, the lock and the logs. */
    public Path state() {
        return root.resolve("state");
    }

    /** The database that analysts open. */
    public Path catalogue() {
        return root.resolve("warehouse.duckdb");
    }

    /**
     * Makes the folders where they are missing, and gives each its rights again: the identifiable ones and the state are for
     * their owner alone, the pseudonymous ones also for the group, what is published for everybody.
     *
     * @throws IOException when the home cannot be written
     */
    public void prepare() throws IOException {
        Files.createDirectories(root);
        for (Zone zone : Zone.values()) {
            folder(root.resolve(zone.folder()), rights(zone));
        }
        folder(state(), OWNER_ONLY);
    }

    private static String rights(Zone zone) {
        if (zone.identifiable()) {
            return OWNER_ONLY;
        }
        return zone == Zone.PUBLISHED ? "rwxr-xr-x" : "rwxr-x---";
    }

    private static void folder(Path folder, String rights) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
        }
    }
}
