package equalities.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import equalities.audit.Anchor;
import equalities.lake.Home;
import equalities.lake.Rights;
import equalities.operate.Check.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorCheckTest {
    @TempDir
    Path folder = Path.of(".");

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(folder.resolve("home"));
        home.prepare();
    }

    private Check check(Object anchor) throws IOException {
        return AnchorCheck.of(Anchor.of(anchor.toString()), home);
    }

    @Test
    void without_one_it_is_said_what_is_missed_and_how_to_have_it() throws IOException {
        assertThat(check("").result()).isEqualTo(Result.NOT_USED);
        assertThat(check("").mend()).contains("audit-anchor");
    }

    @Test
    void a_file_elsewhere_is_well_and_is_not_written_to_know_it() throws IOException {
        Path file = folder.resolve("anchor");
        assertThat(check(file).result()).isEqualTo(Result.WELL);
        assertThat(file).doesNotExist();
        Files.writeString(file, "kept\n");
        Rights.set(file, "rw-r-----");
        assertThat(check(file).result()).isEqualTo(Result.WELL);
        assertThat(file).hasContent("kept");
    }

    @Test
    void a_file_in_the_home_is_wrong_and_so_is_one_that_a_link_leads_there() throws IOException {
        assertThat(check(home.state().resolve("anchor")).result()).isEqualTo(Result.WRONG);
        Path link = Files.createSymbolicLink(folder.resolve("away"), home.state());
        assertThat(check(link.resolve("anchor")).found()).contains("lies in the home");
    }

    @Test
    void a_folder_that_is_not_there_and_a_file_that_others_may_write_are_named_with_their_mend() throws IOException {
        assertThat(check(folder.resolve("none/anchor")).found()).contains("there is no folder");
        Path file = Files.writeString(folder.resolve("open"), "");
        Rights.set(file, "rw-rw-rw-");
        assertThat(check(file).result()).isEqualTo(Result.WARNING);
        assertThat(check(file).mend()).isEqualTo("chmod go-w " + file);
        assertThat(check(folder).found()).contains("cannot add to");
    }

    @Test
    void an_address_is_asked_and_sent_nothing() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            asked.add(call.getRequestMethod());
            call.sendResponseHeaders(call.getRequestURI().getPath().equals("/broken") ? 500 : 405, -1);
            call.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(check(address + "/heads").result()).isEqualTo(Result.WARNING);
        assertThat(check(address + "/heads").found()).contains("answers, and is on this machine");
        assertThat(check(address + "/broken").found()).contains("answers 500, and no command begins");
        server.stop(0);
        assertThat(check(address + "/heads").result()).isEqualTo(Result.WRONG);
        assertThat(check(address + "/heads").found()).contains("is not reached");
        assertThat(asked).containsOnly("HEAD");
    }
}
