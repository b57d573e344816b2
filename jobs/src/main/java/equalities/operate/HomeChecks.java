package equalities.operate;

import equalities.lake.Home;
import equalities.lake.HomeFiles;
import equalities.lake.KeyChange;
import equalities.lake.Rights;
import equalities.lake.WrongKey;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a home needs to be right: rights, the key, a clock that goes forward. */
public final class HomeChecks {
    private static final Duration SKEW = Duration.ofSeconds(5);

    private HomeChecks() {}

    /** Whether each folder has the rights that the home gives it. */
    public static Check rights(Home home) throws IOException {
        if (!Files.isDirectory(home.root())) {
            return Check.notUsed("Rights", "there is no home " + home.root() + " yet");
        }
        List<String> found = new ArrayList<>();
        List<String> mends = new ArrayList<>();
        for (Map.Entry<Path, String> wanted : home.rights().entrySet()) {
            Path folder = wanted.getKey();
            if (Files.isDirectory(folder) && Rights.areKnown(folder)) {
                String has = Rights.of(folder);
                if (!has.equals(wanted.getValue())) {
                    found.add(folder.getFileName() + " has " + has + " and not " + wanted.getValue());
                    mends.add("chmod " + Rights.octal(wanted.getValue()) + " " + folder);
                }
            }
        }
        return found.isEmpty()
                ? Check.well("Rights", "every zone has its own")
                : Check.wrong(
                        "Rights", String.join("; ", found), String.join("; ", mends) + " (every run does that too)");
    }

    /** Whether the key of the pseudonyms is there when there are pseudonyms. */
    public static Check key(Home home, Path file) throws IOException {
        if (Files.exists(file)) {
            return Check.well("Key", file + "; keep a copy in a safe place");
        }
        return home.zone(Zone.STANDARD).current().generation() == 0
                ? Check.well("Key", "is made at the first run: " + file)
                : Check.wrong(
                        "Key",
                        "there is no " + file + ", and the home has people under pseudonyms",
                        "Put the key back from its copy. Without it the next run makes a new one, and all zones anew under other"
                                + " pseudonyms: copies that were granted before fit them no more.");
    }

    /** Whether what was received is locked, and opens with the keys that are given. */
    public static Check encryption(Home home, ZoneKeys keys) throws IOException {
        String name = "Encryption";
        try {
            HomeFiles.of(home, keys);
        } catch (WrongKey e) {
            return Check.wrong(name, String.valueOf(e.getMessage()), "");
        }
        String print = home.zone(Zone.RECEIVED).current().key();
        if (keys.keys().size() > 1 || KeyChange.wasCutOff(home)) {
            return Check.warning(
                    name, "a change of key was cut off: files of before it are there still", "Run: equalities encrypt");
        }
        return print == null
                ? Check.well(name, "received files are as they came: the home belongs on an encrypted disk")
                : Check.well(
                        name,
                        "received files and held cells are locked with key " + print
                                + "; keep a copy of it apart from the home");
    }

    /** Whether the pseudonymous tables are locked, and open with the key that is given. */
    public static Check tables(Home home) throws IOException {
        String name = "Tables";
        String print = null;
        for (Zone zone : Zone.values()) {
            try {
                home.zone(zone).tables();
            } catch (WrongKey e) {
                return Check.wrong(name, String.valueOf(e.getMessage()), "");
            }
            print = zone.pseudonymous() && print == null
                    ? home.zone(zone).current().key()
                    : print;
        }
        return Check.well(
                name,
                print == null
                        ? "standard, warehouse and findings are in the clear"
                        : "standard, warehouse and findings are locked with key " + print);
    }

    /** Whether the clock is after all that was written down, and agrees with the home's file system. */
    public static Check clock(Home home, Instant now) throws IOException {
        List<RunRecord> runs = RunDiary.read(home);
        Instant last =
                runs.isEmpty() ? Instant.EPOCH : Instant.parse(runs.get(0).began());
        if (now.isBefore(last)) {
            return Check.wrong("Clock", "it is " + now + " here, and a run began at " + last, "Set the clock (NTP).");
        }
        if (!Files.isWritable(home.state())) {
            return Check.well("Clock", now.toString());
        }
        return agrees("Clock", now, fileSystem(home), "the disk of the home");
    }

    /** Whether the clock of something else agrees with ours. */
    static Check agrees(String name, Instant now, Instant there, String whose) {
        Duration apart = Duration.between(there, now).abs();
        return apart.compareTo(SKEW) > 0
                ? Check.wrong(
                        name, whose + " says " + there + ", and here it is " + now, "Let both follow one clock (NTP).")
                : Check.well(name, now + ", as " + whose + " says");
    }

    private static Instant fileSystem(Home home) throws IOException {
        Path probe = Files.createTempFile(home.state(), "clock", ".probe");
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.delete(probe);
        }
    }
}
