package equalities.operate;

import equalities.audit.Anchor;
import equalities.lake.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;

/** Whether what is told how far the audit log has come can be told, and does not lie with the log. Nothing is written there. */
public final class AnchorCheck {
    private static final String NAME = "Anchor";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SERVERS_FAULT = 500;
    private static final String OTHER = ", or name another with audit-anchor.";

    private AnchorCheck() {}

    public static Check of(Anchor anchor, Home home) throws IOException {
        if (anchor instanceof Anchor.InFile file) {
            return inFile(file.file().toAbsolutePath().normalize(), home);
        }
        return anchor instanceof Anchor.Address address
                ? address(address.address())
                : new Check(
                        NAME,
                        Check.Result.NOT_USED,
                        "nothing outside the home knows the end of the audit log, so an end that is cut off is not missed",
                        "Set audit-anchor to a file on another machine or with 'chattr +a', or to an https:// address.");
    }

    private static Check inFile(Path file, Home home) throws IOException {
        Path folder = file.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            return Check.wrong(NAME, "there is no folder " + folder, "Make it" + OTHER);
        }
        Path real = Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
        if (Files.exists(home.root()) && real.startsWith(home.root().toRealPath())) {
            return Check.wrong(
                    NAME,
                    file + " lies in the home: who cuts the log there cuts this too",
                    "Name a file elsewhere, best on another machine, with audit-anchor.");
        }
        if (Files.exists(file) ? !Files.isRegularFile(file) || !Files.isWritable(file) : !Files.isWritable(folder)) {
            return Check.wrong(
                    NAME, "this user cannot add to " + file + ", and no command begins", "Mend its rights" + OTHER);
        }
        return othersMayWrite(real)
                ? Check.warning(NAME, "others may write in " + file, "chmod go-w " + file)
                : Check.well(NAME, file + " is told the end of the audit log");
    }

    private static boolean othersMayWrite(Path file) throws IOException {
        return Files.exists(file)
                && Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(right ->
                                right == PosixFilePermission.GROUP_WRITE || right == PosixFilePermission.OTHERS_WRITE);
    }

    /** Asks without sending a line. Who does not answer this question, but answers, may still take lines. */
    private static Check address(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        String why = "did not answer";
        try {
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < SERVERS_FAULT) {
                return reached(address);
            }
            why = "answers " + status;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException unreached) {
            why = "is not reached";
        }
        return Check.wrong(NAME, address + " " + why + ", and no command begins", "Start it" + OTHER);
    }

    private static Check reached(URI address) throws IOException {
        boolean within = InetAddress.getByName(address.getHost()).isLoopbackAddress();
        if (within) {
            return Check.warning(
                    NAME,
                    address + " answers, and is on this machine",
                    "Name one on another machine with audit-anchor.");
        }
        return address.getScheme().equals("https")
                ? Check.well(NAME, address + " answers")
                : Check.warning(NAME, address + " answers, and lines go there in the clear", "Name it by https://.");
    }
}
