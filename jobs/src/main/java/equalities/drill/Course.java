package equalities.drill;

import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is run, over and over.
 *
 * @param stages in order
 * @param feed what is landed
 * @param personKey the key of all homes of the drill, so that they can be compared
 * @param scratch for what fault layers write down, on the disk of the homes
 * @param settings further settings as {@code key=value}
 * @param keys of the files of all homes
 * @param cutConnections cuts the connections to PostgreSQL
 * @param here the command in this process
 */
record Course(
        List<String> stages,
        Feed feed,
        Path personKey,
        Path scratch,
        List<String> settings,
        ZoneKeys keys,
        Runnable cutConnections,
        Drill.Command here) {
    List<String> arguments(String stage, int round, Home home) {
        List<String> arguments =
                new ArrayList<>(List.of(stage, "--home", home.root().toString(), "--json"));
        if (stage.equals("receive")) {
            arguments.addAll(List.of("--landing", feed.landing(round).toString()));
        }
        arguments.addAll(List.of("--set", "person-key-file=" + personKey));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments;
    }

    /** A point without its number, and without what differs from home to home. */
    String place(String point, int round, Home home) {
        return point.replaceFirst("^\\d+ ", "")
                .replace(home.root() + "/", "")
                .replace(home.root().toString(), "the home")
                .replace(feed.landing(round) + "/", "landing/")
                .replaceAll("g\\d{9}", "g*")
                .replaceAll("[0-9a-f]{64}", "*")
                .replaceAll("files/[0-9a-f]{2}", "files/*")
                .replaceAll("part-[^/ ]+", "part-*");
    }

    /** The zones that a stage writes. */
    static List<Zone> writes(String stage) {
        return switch (stage) {
            case "receive" -> List.of(Zone.RECEIVED);
            case "standardise" -> List.of(Zone.STANDARD, Zone.HELD);
            case "consolidate" -> List.of(Zone.WAREHOUSE);
            case "analyse" -> List.of(Zone.FINDINGS);
            case "protect" -> List.of(Zone.PROTECTED);
            default -> List.of(Zone.PUBLISHED);
        };
    }
}
