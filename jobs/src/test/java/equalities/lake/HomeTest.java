package equalities.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void every_start_gives_each_zone_its_rights_again() throws IOException {
        Home home = new Home(folder.resolve("home"));
        home.prepare();
        for (Zone zone : Zone.values()) {
            Files.setPosixFilePermissions(
                    home.root().resolve(zone.folder()), PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        home.prepare();
        assertThat(rights(home, "received")).isEqualTo("rwx------");
        assertThat(rights(home, "held")).isEqualTo("rwx------");
        assertThat(rights(home, "state")).isEqualTo("rwx------");
        assertThat(rights(home, "standard")).isEqualTo("rwxr-x---");
        assertThat(rights(home, "warehouse")).isEqualTo("rwxr-x---");
        assertThat(rights(home, "findings")).isEqualTo("rwxr-x---");
        assertThat(rights(home, "published")).isEqualTo("rwxr-xr-x");
    }

    private static String rights(Home home, String zone) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.root().resolve(zone)));
    }
}
