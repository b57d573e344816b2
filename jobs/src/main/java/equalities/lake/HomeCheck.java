package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether every file that a home stands on is as it was written. */
public final class HomeCheck {
    private final Home home;
    private final ZoneKeys keys;
    private final List<Damage> found = new ArrayList<>();
    private long looked;

    /**
     * A file that is not as it was written.
     *
     * @param zone whose it is
     * @param file below the home
     * @param what is wrong, in words
     */
    public record Damage(Zone zone, String file, String what) {}

    /**
     * What came of looking.
     *
     * @param files how many were read
     */
    public record Result(long files, List<Damage> damages) {}

    private HomeCheck(Home home, ZoneKeys keys) {
        this.home = home;
        this.keys = keys;
    }

    /**
     * Reads every file that is in place, and every release. What is kept of earlier states for a while stands for nothing.
     *
     * @throws WrongKey when the received files are locked with none of these keys
     */
    public static Result of(Home home, ZoneKeys keys) throws IOException {
        HomeCheck check = new HomeCheck(home, keys);
        if (isReadable(home.zone(Zone.RECEIVED))) {
            ReceivedFiles.of(home.zone(Zone.RECEIVED), keys); // Before anything else is read.
        }
        for (Zone zone : Zone.values()) {
            check.zone(home.zone(zone));
        }
        check.catalogue();
        return new Result(check.looked, List.copyOf(check.found));
    }

    private static boolean isReadable(ZoneStore zone) {
        try {
            return Files.exists(zone.pointer()) && zone.isPointerWhole();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void zone(ZoneStore zone) throws IOException {
        Path pointer = zone.pointer();
        if (!Files.exists(pointer)) {
            return;
        }
        looked++;
        try {
            if (!zone.isPointerWhole()) {
                damaged(zone.zone(), pointer, "was changed: it is not what its own SHA-256 says");
                return;
            }
        } catch (IOException unreadable) {
            damaged(zone.zone(), pointer, "cannot be read any more");
            return;
        }
        for (List<Path> places : zone.places().values()) {
            for (Path place : places) {
                place(zone, place);
            }
        }
        int before = found.size();
        for (Path generation : zone.generations()) {
            if (zone.zone() == Zone.PUBLISHED) {
                sealed(generation);
            } else {
                listed(zone, generation);
            }
        }
        boolean ledgerIsWhole = found.size() == before;
        if (zone.zone() == Zone.RECEIVED && ledgerIsWhole) {
            received(zone);
        }
    }

    private void place(ZoneStore zone, Path place) {
        if (!Files.exists(place)) {
            damaged(zone.zone(), place, "is missing");
        }
    }

    /** A release says itself what was touched; one that is older than seals cannot. */
    private void sealed(Path release) throws IOException {
        if (Files.exists(release.resolve(ReleaseSeal.SIGNATURE))) {
            looked += Checksums.files(release).size();
            for (String sentence : ReleaseCheck.touched(release, null)) {
                String[] words = sentence.split(" ", 2);
                damaged(Zone.PUBLISHED, release.resolve(words[0]), words[1]);
            }
        }
    }

    /** What a generation lists: of an older one only the parts that are still named. */
    private void listed(ZoneStore zone, Path generation) throws IOException {
        if (!Checksums.isWhole(generation)) {
            damaged(
                    zone.zone(),
                    generation.resolve(Checksums.FILE),
                    "was changed: its first line is not its own SHA-256");
            return;
        }
        Map<String, String> sums = Checksums.read(generation);
        for (Path file : standing(zone, generation)) {
            String name = generation.relativize(file).toString();
            String sum = sums.get(name);
            boolean listed = !sums.isEmpty() && !name.equals(ZoneStore.COMPLETE);
            looked++;
            if (listed && sum == null) {
                damaged(zone.zone(), file, "was added: no list of checksums names it");
            } else if (listed && !Fingerprint.ofFile(file).equals(sum)) {
                damaged(zone.zone(), file, "was changed: its SHA-256 is not the one that it was written with");
            }
        }
        for (String name : sums.keySet()) {
            Path file = generation.resolve(name);
            if (isNamed(zone.places(), file) && !Files.exists(file)) {
                damaged(zone.zone(), file, "is missing");
            }
        }
    }

    private static List<Path> standing(ZoneStore zone, Path generation) throws IOException {
        List<Path> files = Checksums.files(generation);
        List<Path> generations = zone.generations();
        if (!generation.equals(generations.get(generations.size() - 1))) {
            Map<String, List<Path>> places = zone.places();
            files.removeIf(file -> !isNamed(places, file));
        }
        return files;
    }

    private static boolean isNamed(Map<String, List<Path>> places, Path file) {
        return places.values().stream().flatMap(List::stream).anyMatch(file::startsWith);
    }

    private void received(ZoneStore zone) throws IOException {
        Received received = Received.current(zone);
        ReceivedFiles files = ReceivedFiles.of(zone, keys);
        for (ReceivedFile file : received.files()) {
            if (!file.gone()) {
                ErasedRows erased = file.erased();
                bytes(files, file.sha256(), erased == null ? file.sha256() : erased.sha256());
            }
        }
        for (RegisterVersion version : received.registerVersions()) {
            Path kept = Registers.kept(zone, version.fingerprint());
            looked++;
            if (Files.notExists(kept)) {
                damaged(zone.zone(), kept, "is missing");
            } else if (!Fingerprint.ofFolder(kept).equals(version.fingerprint())) {
                damaged(zone.zone(), kept, "was changed: its files are not those that its name is made of");
            }
        }
    }

    private void bytes(ReceivedFiles files, String kept, String sha256) {
        looked++;
        if (!files.isThere(kept)) {
            damaged(Zone.RECEIVED, files.place(kept), "is missing");
            return;
        }
        try {
            if (!files.fingerprint(kept).equals(sha256)) {
                damaged(
                        Zone.RECEIVED,
                        files.place(kept),
                        "was changed: its SHA-256 is not that of the bytes that came");
            }
        } catch (IOException unreadable) {
            damaged(
                    Zone.RECEIVED,
                    files.place(kept),
                    files.files().areLocked()
                            ? "was changed, or exchanged with another: it does not open with its key"
                            : "cannot be read any more");
        }
    }

    private void catalogue() throws IOException {
        Path note = home.state().resolve("catalogue");
        if (Files.exists(note) && Files.exists(home.catalogue())) {
            looked++;
            String[] words = Files.readString(note).strip().split(" ");
            if (!words[words.length - 1].equals(Fingerprint.ofFile(home.catalogue()))) {
                damaged(
                        Zone.WAREHOUSE,
                        home.catalogue(),
                        "was changed: its SHA-256 is not the one that it was written with");
            }
        }
    }

    private void damaged(Zone zone, Path file, String what) {
        Damage damage = new Damage(zone, home.root().relativize(file).toString(), what);
        if (!found.contains(damage)) {
            found.add(damage);
        }
    }
}
