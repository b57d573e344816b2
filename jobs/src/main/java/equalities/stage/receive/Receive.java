package equalities.stage.receive;

import equalities.engine.batch.BatchStep;
import equalities.lake.Durable;
import equalities.lake.ErasedRows;
import equalities.lake.Fingerprint;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.RegisterVersion;
import equalities.lake.Registers;
import equalities.lake.ZoneStore;
import equalities.record.Register;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Copies what is new in the landing area; the same bytes of the same provider and period are one submission. */
public final class Receive implements StageWork {
    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);

    private final LandingArea landing;
    private final ZoneStore received;
    private final ReceivedFiles bytes;
    private final Clock clock;
    private final Progress progress;

    public Receive(LandingArea landing, ZoneStore received, ReceivedFiles bytes, Clock clock, Progress progress) {
        this.landing = landing;
        this.received = received;
        this.bytes = bytes;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.RECEIVE;
    }

    @Override
    public Plan plan() throws IOException {
        Received before = Received.current(received);
        boolean again = received.current().generation() > 0 && received.isInPlace(""); // All is looked at again.
        List<LandedFile> fresh = landing.files().stream()
                .filter(f -> again || !f.stamp().equals(before.seen().get(f.key())))
                .toList();
        Map<String, Path> registers = new TreeMap<>();
        for (Path register : landing.registers()) {
            registers.put(LandingArea.periodOf(register), register);
        }
        Map<String, String> prints = new TreeMap<>(before.registers());
        for (Map.Entry<String, Path> register : registers.entrySet()) {
            prints.put(register.getKey(), Fingerprint.ofFolder(register.getValue()));
        }
        boolean nothingNew = !again && prints.equals(before.registers()) && isKnown(fresh, before);
        List<String> parts = new ArrayList<>(List.of(received.current().madeFrom(), prints.toString()));
        fresh.forEach(f -> parts.add(f.key() + " " + f.stamp()));
        return new Work(before, fresh, registers, prints, Fingerprint.of(parts)).plan(nothingNew);
    }

    /** Whether these are the same bytes again, sent no earlier. Only files of a known size are read for that. */
    private static boolean isKnown(List<LandedFile> fresh, Received before) throws IOException {
        for (LandedFile file : fresh) {
            long size = Files.size(file.path());
            List<ReceivedFile> candidates = before.files().stream()
                    .filter(f -> f.size() == size && f.period().equals(file.period()))
                    .filter(f -> f.provider().equals(file.provider()) && !Archive.isArchive(f.fileName()))
                    .filter(f -> f.modifiedAt().compareTo(file.modifiedAt()) < 0)
                    .toList();
            String sha256 = candidates.isEmpty() ? "" : Fingerprint.ofFile(file.path());
            if (candidates.stream().noneMatch(f -> f.sha256().equals(sha256))) {
                return false;
            }
        }
        return true;
    }

    /** One receiving, with what it found so far. */
    private final class Work {
        private final Received before;
        private final List<LandedFile> fresh;
        private final Map<String, Path> registers;
        private final Map<String, String> prints;
        private final String madeFrom;
        private final Map<String, ReceivedFile> files = new LinkedHashMap<>();
        private final Map<String, String> seen;
        private int added;
        private int changing;

        Work(
                Received before,
                List<LandedFile> fresh,
                Map<String, Path> registers,
                Map<String, String> prints,
                String madeFrom) {
            this.before = before;
            this.fresh = fresh;
            this.registers = registers;
            this.prints = prints;
            this.madeFrom = madeFrom;
            this.seen = new TreeMap<>(before.seen());
        }

        Plan plan(boolean nothingNew) {
            return new Plan(
                    madeFrom,
                    nothingNew,
                    List.of(
                            new BatchStep.Once("look", this::begin),
                            new BatchStep.ForEach<>("copy", () -> fresh, this::copy),
                            new BatchStep.Once("put in place", this::putInPlace)),
                    this::tell);
        }

        private Map<String, Object> tell() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("files", fresh.size());
            told.put("submissions", added);
            if (changing > 0) {
                told.put("left_as_they_are_still_being_sent", changing);
            }
            return told;
        }

        private void begin() throws IOException {
            for (Path register : registers.values()) {
                Register.read(register); // One that cannot be read is named as it landed, before anything is copied.
            }
            received.begin(madeFrom);
            Files.createDirectories(received.aside());
            before.files().forEach(f -> files.put(f.identity(), f));
        }

        private void copy(LandedFile file) throws IOException {
            Path incoming = Files.createDirectories(received.aside().resolve("incoming"));
            if (file.refusal() != null) {
                Path instead = incoming.resolve("file");
                try (OutputStream out = bytes.files().create(instead, instead)) {
                    out.write((file.key() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                keep(file, file.fileName(), instead, LandedFile.NOT_TAKEN + file.refusal(), "Send the file itself.");
                seen.put(file.key(), file.stamp());
                return;
            }
            Path copy = incoming.resolve("file");
            if (!copiedWhole(file, copy)) {
                changing++;
                return;
            }
            if (Archive.isArchive(file.fileName())) {
                unpack(file, copy, incoming);
            } else {
                keep(file, file.fileName(), copy, null, null);
            }
            seen.put(file.key(), file.stamp());
            progress.at("files received", seen.size() - before.seen().size(), fresh.size());
        }

        /** A file that changes or goes while it is read is still being sent: the next run looks at it again. */
        private boolean copiedWhole(LandedFile file, Path copy) throws IOException {
            try {
                bytes.files().copy(file.path(), copy);
                return LandingArea.stamp(file.path()).equals(file.stamp());
            } catch (NoSuchFileException gone) {
                return false;
            }
        }

        private void unpack(LandedFile file, Path copy, Path folder) throws IOException {
            try {
                for (Archive.Entry entry : Archive.unpack(bytes.files(), copy, folder)) {
                    keep(file, file.fileName() + "/" + entry.name(), entry.file(), null, null);
                }
            } catch (Archive.Refused refused) {
                keep(file, file.fileName(), copy, refused.getMessage(), refused.fix());
            }
        }

        private void keep(
                LandedFile from,
                String name,
                Path copy,
                @org.jspecify.annotations.Nullable String reason,
                @org.jspecify.annotations.Nullable String fix)
                throws IOException {
            String sha256 = bytes.files().fingerprint(copy);
            ReceivedFile file = new ReceivedFile(
                    from.period(),
                    from.provider(),
                    name,
                    sha256,
                    bytes.files().size(copy),
                    now(),
                    from.modifiedAt(),
                    reason,
                    fix,
                    erasedBefore(sha256));
            ReceivedFile known = files.get(file.identity());
            if (known != null && known.gone()) {
                return;
            }
            if (file.erased() == null) {
                bytes.keep(sha256, copy);
            }
            try (MDC.MDCCloseable inLog = MDC.putCloseable("submission", sha256)) {
                LOG.info("received {} bytes from {} for {}", file.size(), file.provider(), file.period());
            }
            added += files.containsKey(file.identity()) ? 0 : 1;
            files.merge(file.identity(), file, ReceivedFile::again);
        }

        /** Bytes from which somebody was erased do not bring them back, whoever sends them again. */
        private @org.jspecify.annotations.Nullable ErasedRows erasedBefore(String sha256) {
            return before.files().stream()
                    .filter(f -> f.sha256().equals(sha256) && !f.gone() && f.erased() != null)
                    .map(ReceivedFile::erased)
                    .findFirst()
                    .orElse(null);
        }

        private void putInPlace() throws IOException {
            Path aside = received.aside();
            Durable.delete(aside.resolve("incoming"));
            Path copies = Registers.copy(received);
            for (Map.Entry<String, Path> register : registers.entrySet()) {
                takeRegister(register.getKey(), register.getValue(), copies);
            }
            UnaryOperator<ReceivedFile> judge = judge(copies);
            List<ReceivedFile> all = files.values().stream()
                    .map(judge)
                    .sorted(Comparator.comparing(ReceivedFile::identity))
                    .toList();
            new Received(all, seen, registerVersions(copies)).putInPlace(received, madeFrom);
            received.sweep();
        }

        /** What the register is said to be is what was copied: one that changes meanwhile is looked at again. */
        private void takeRegister(String period, Path from, Path copies) throws IOException {
            copyRegister(from, copies.resolve(period));
            if (!Files.isDirectory(from) || !Fingerprint.ofFolder(from).equals(prints.get(period))) {
                throw new IOException("The register of " + period + " changed or went while it was read (" + from
                        + "). See that it is there and whole, and run again.");
            }
        }

        /** Those of before and those that came now, whose files are kept for whoever looks back. */
        private List<RegisterVersion> registerVersions(Path copies) throws IOException {
            List<RegisterVersion> versions = new ArrayList<>(before.registerVersions());
            for (String period : registers.keySet()) {
                String print = prints.getOrDefault(period, "");
                if (!print.equals(before.registers().get(period))) {
                    Registers.keep(received, copies.resolve(period), print);
                    versions.add(new RegisterVersion(period, print, now()));
                }
            }
            return versions;
        }

        private String now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }

    /** What judges files by copies of registers: whether their provider and period are registered. */
    public static UnaryOperator<ReceivedFile> judge(Path copies) throws IOException {
        Registration registration = new Registration(Register.readAll(copies));
        return file -> file.gone() || isRefusalOfTheFile(file) ? file : registration.judge(file.refused(null, null));
    }

    /** Refused for what the file is, whoever sent it. */
    private static boolean isRefusalOfTheFile(ReceivedFile file) {
        return file.reason() != null
                && (Archive.isArchive(file.fileName()) || file.reason().startsWith(LandedFile.NOT_TAKEN));
    }

    private static void copyRegister(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("providers.csv", "sites.csv")) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
