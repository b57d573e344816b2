package equalities.stage.receive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code <landing>/<period>/<provider code>/<any name>} and the registers beside; only ever read. */
public final class LandingArea {
    /** Stands where a file lies outside every provider's folder. */
    static final String NO_PROVIDER = "";

    /** Of one length, so that it sorts as text. */
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String REGISTER = "register";

    private final Path root;
    private final Optional<String> onlyPeriod;

    public LandingArea(Path root, Optional<String> onlyPeriod) {
        this.root = root.toAbsolutePath().normalize();
        this.onlyPeriod = onlyPeriod;
    }

    /** Whether a file {@code invented.txt} says that all returns here are. */
    public boolean isInvented() {
        return Files.exists(root.resolve("invented.txt"));
    }

    /** The folder of the only period, when one is named and it is not there. */
    public Optional<Path> missing() {
        return onlyPeriod.map(root::resolve).filter(period -> !Files.isDirectory(period));
    }

    /** The folder that was meant, when none here is a period's and those of the one below, or this one itself, are. */
    public Optional<Path> meant() throws IOException {
        if (hasPeriods(root)) {
            return Optional.empty();
        }
        if (Registration.isPeriod(name(root))) {
            return Optional.ofNullable(root.getParent());
        }
        try (Stream<Path> all = Files.list(root)) {
            for (Path folder : all.filter(Files::isDirectory).sorted().toList()) {
                if (hasPeriods(folder)) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasPeriods(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(f -> Registration.isPeriod(name(f)) && Files.isDirectory(f));
        }
    }

    /** All files but registers and hidden files, in the order of period, provider and name. */
    List<LandedFile> files() throws IOException {
        List<LandedFile> found = new ArrayList<>();
        for (Path period : folders(root)) {
            Files.walkFileTree(period, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean register = folder.equals(period.resolve(REGISTER));
                    return register || hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file)) {
                        found.add(landed(period, file, attributes, refusal(file, attributes)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    BasicFileAttributes attributes =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    found.add(landed(period, file, attributes, "it may not be read."));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        found.sort(Comparator.comparing(LandedFile::key));
        return found;
    }

    /** Only ordinary files are opened: a link may lead anywhere, and a device never ends. */
    private static @Nullable String refusal(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "it is a link and not a file.";
        }
        if (!attributes.isRegularFile()) {
            return "it is a device or a pipe and not a file.";
        }
        return FileNames.isUnprintable(file.toString())
                ? "its name has a line end or another sign that cannot be shown."
                : null;
    }

    private static LandedFile landed(Path period, Path file, BasicFileAttributes attributes, @Nullable String refusal) {
        Path below = period.relativize(file);
        boolean inFolder = below.getNameCount() > 1;
        String provider = inFolder ? below.getName(0).toString() : NO_PROVIDER;
        Path name = inFolder ? below.subpath(1, below.getNameCount()) : below;
        Instant modified = Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
        String stamp = stamp(attributes);
        String shown = refusal == null ? name.toString() : FileNames.shown(name.toString());
        return new LandedFile(name(period), provider, shown, file, UTC.format(modified), stamp, refusal);
    }

    /** Size and time of change of a file as it is now. */
    static String stamp(Path file) throws IOException {
        return stamp(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static String stamp(BasicFileAttributes attributes) {
        return attributes.size() + "@" + attributes.lastModifiedTime().toMillis();
    }

    /** The periods that have a register, with the folder of each. */
    List<Path> registers() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path period : folders(root)) {
            Path register = period.resolve(REGISTER);
            if (Files.isRegularFile(register.resolve("providers.csv"))) {
                found.add(register);
            }
        }
        return found;
    }

    /** The period of a register's folder. */
    static String periodOf(Path register) {
        return name(register.toAbsolutePath().resolveSibling("."));
    }

    private List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS) && !hidden(p))
                    .filter(p -> onlyPeriod.map(name(p)::equals).orElse(true))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hidden(Path path) {
        String name = name(path);
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static String name(Path path) {
        return String.valueOf(path.normalize().getFileName());
    }
}
