package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a warehouse lives: {@code <home>/{received,standard,held,warehouse,findings,protected,published,state}}. */
public record Home(Path root) {
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
     * Makes the folders where they are missing; the identifiable ones and the state are for their owner alone.
     *
     * @throws IOException when the home cannot be written
     */
    public void prepare() throws IOException {
        Files.createDirectories(root);
        for (Zone zone : Zone.values()) {
            folder(root.resolve(zone.folder()), zone.identifiable());
        }
        folder(state(), true);
    }

    private static void folder(Path folder, boolean ownerOnly) throws IOException {
        Files.createDirectories(folder);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (ownerOnly && posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
