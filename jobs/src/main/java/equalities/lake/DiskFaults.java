package equalities.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * What happens to this process around each write, sync, rename and deletion of the lake. Nothing does, unless a drill
 * started it: the drill cuts a run off there, or lets the disk fail.
 */
public interface DiskFaults {
    /** The system property by which a drill says what is to fail; without it nothing ever does. */
    String PROPERTY = "equalities.drill";

    /** What is done to a path. A copy reads a file of the landing area. */
    enum Act {
        COPY,
        WRITE,
        SYNC,
        RENAME,
        DELETE
    }

    /** Told before it is done; may fail in its place. */
    void before(Act act, Path path) throws IOException;

    /** Told when it is done. */
    void after(Act act, Path path) throws IOException;

    /** Told before what was written elsewhere takes the place of a file. */
    void beforeRename(Path from, Path to) throws IOException;

    /** Those of this process. */
    static DiskFaults ofThisProcess() {
        return System.getProperty(PROPERTY) == null
                ? None.NONE
                : ServiceLoader.load(DiskFaults.class).findFirst().orElse(None.NONE);
    }

    /** A disk that does as it is told, or fails of itself. */
    enum None implements DiskFaults {
        NONE;

        @Override
        public void before(Act act, Path path) {}

        @Override
        public void after(Act act, Path path) {}

        @Override
        public void beforeRename(Path from, Path to) {}
    }
}
