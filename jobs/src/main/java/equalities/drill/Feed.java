package equalities.drill;

import equalities.lake.Durable;
import equalities.sample.Generator;
import equalities.sample.Generator.Size;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is landed, round by round: the invented returns of a period, and then another return of one service. Each round's
 * landing area is a folder with all that came until then, and lies beside a copy from which it is mended.
 */
final class Feed {
    static final int ROUNDS = 2;
    /** Few enough for a process to end soon; among them held rows, totals, a preamble and a sender whom nobody registered. */
    private static final Set<String> SENDERS = Set.of("NT1", "IH1", "AD03", "AD04", "XX1", "register");

    private static final String LATER = "AD03/advocacy-cases.csv";

    private final Path folder;

    private Feed(Path folder) {
        this.folder = folder;
    }

    static Feed generate(Path world, int people, long seed, Specification specification, Path folder)
            throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            Size size = new Size(people, 1, 1, true, seed + round);
            Path made = folder.resolve("made-" + round);
            Generator.generate(world, "", size, specification, made, done -> {});
            for (Path period : folders(made.resolve("landing"))) {
                for (Path sender : folders(period)) {
                    if (!SENDERS.contains(String.valueOf(sender.getFileName()))) {
                        Durable.delete(sender);
                    }
                }
            }
        }
        Feed feed = new Feed(folder);
        copy(folder.resolve("made-1/landing"), feed.pristine(1));
        copy(folder.resolve("made-1/landing"), feed.pristine(2));
        for (Path period : folders(feed.pristine(2))) {
            Path later = folder.resolve("made-2/landing")
                    .resolve(period.getFileName())
                    .resolve(LATER);
            Files.copy(later, period.resolve(LATER).resolveSibling("later.csv"), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            copy(feed.pristine(round), feed.landing(round));
            Durable.delete(folder.resolve("made-" + round));
        }
        return feed;
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    Path landing(int round) {
        return folder.resolve("landing-" + round);
    }

    private Path pristine(int round) {
        return folder.resolve("pristine-" + round);
    }

    /** Where a landing area goes that vanishes. */
    static Path vanished(Path landing) {
        return landing.resolveSibling(landing.getFileName() + "-vanished");
    }

    /** Makes the landing area again what it was. */
    void mend(int round) throws IOException {
        Durable.delete(vanished(landing(round)));
        copy(pristine(round), landing(round));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path place = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(path, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
