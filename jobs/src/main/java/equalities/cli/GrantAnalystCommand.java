package equalities.cli;

import equalities.audit.Event;
import equalities.engine.duckdb.AnalystCopy;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.Rights;
import equalities.lake.Zone;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes for analysts what they may see, apart from the home, so that they need no right to the home at all. */
@Command(
        name = "grant-analyst",
        mixinStandardHelpOptions = true,
        description =
                "Writes a database of the pseudonymous tables and findings for analysts, readable by its owner and"
                        + " group, and the statements that close a session to everything else. Run it again after a new run.")
final class GrantAnalystCommand implements Callable<Integer> {
    private static final String FOLDER_RIGHTS = "rwxr-x---";
    private static final String FILE_RIGHTS = "rw-r-----";
    private static final String PROJECT = "project";

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A folder of its own, outside the home; give it to the analysts' group.")
    @Nullable
    Path out;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description =
                    "Give people and rows pseudonyms of this project: they are in no other copy, and in none of the"
                            + " home. Small letters, digits and hyphens.")
    @Nullable
    String project;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings();
        Path folder = checked(Path.of(String.valueOf(out)).toAbsolutePath().normalize(), new Home(settings.home()));
        new Warehouse(settings).checkThere();
        checkProject(folder);
        AuditTrail trail = AuditTrail.begin(
                settings,
                "grant-analyst",
                Map.of("to", Event.place(folder), "project", project == null ? "" : project));
        Files.createDirectories(folder);
        Rights.set(folder, FOLDER_RIGHTS);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "grant-analyst");
        summary.put("database", folder.resolve(AnalystCopy.FILE).toString());
        summary.put("session", folder.resolve(AnalystCopy.SESSION).toString());
        if (project != null) {
            summary.put("project", project);
        }
        summary.put("tables", write(settings, folder).size());
        trail.end(ExitCode.DONE, Map.of("tables", summary.getOrDefault("tables", 0)));
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    /** Writes both files, each in one atomic step; returns the tables. */
    private List<String> write(Settings settings, Path folder) throws IOException {
        Home home = WarehouseKey.home(settings);
        Path file = folder.resolve(AnalystCopy.FILE);
        Path fresh = Durable.next(file);
        Files.deleteIfExists(fresh);
        List<String> tables = AnalystCopy.write(
                home.catalogue(),
                home.root(),
                home.zone(Zone.WAREHOUSE).tables(),
                fresh,
                SpecificationReader.read(settings.path(Setting.SCHEMAS)),
                new SqlLibrary(settings.path(Setting.SQL)),
                secret(settings));
        Rights.set(fresh, FILE_RIGHTS);
        Durable.replace(file, fresh);
        Path session = folder.resolve(AnalystCopy.SESSION);
        Durable.replace(session, AnalystCopy.session());
        Rights.set(session, FILE_RIGHTS);
        if (project != null) {
            Path note = folder.resolve(PROJECT);
            Durable.replace(note, project + "\n");
            Rights.set(note, FILE_RIGHTS);
        }
        return tables;
    }

    private Optional<byte[]> secret(Settings settings) throws IOException {
        return project == null
                ? Optional.empty()
                : Optional.of(PersonKeyFile.read(settings.path(Setting.PERSON_KEY_FILE))
                        .ofProject(project));
    }

    /** Who gets copies under two names has what joins them: a folder stays one project's. */
    private void checkProject(Path folder) throws IOException {
        if (project != null && !project.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new UsageException("A project is named by small letters, digits and hyphens, 40 at most, and not '"
                    + project + "'. Mend --project.");
        }
        Path note = folder.resolve(PROJECT);
        String of = Files.exists(note) ? Files.readString(note).strip() : "";
        if (AnalystCopy.isThere(folder) && !of.equals(project == null ? "" : project)) {
            throw new UsageException(folder + " was granted "
                    + (of.isEmpty() ? "to no project" : "to the project '" + of + "'")
                    + ", and who has it could join both copies. Name another folder, or the same project.");
        }
    }

    /** A closed session over what was granted in a folder. */
    static Database open(Path folder) {
        if (!AnalystCopy.isThere(folder)) {
            throw new UsageException(
                    "Nothing was granted in " + folder + ". Grant with: equalities grant-analyst --out " + folder);
        }
        return AnalystCopy.open(folder);
    }

    private static Path checked(Path folder, Home home) throws IOException {
        Path real = real(folder);
        Path realHome = real(home.root());
        if (real.startsWith(realHome) || realHome.startsWith(real)) {
            throw new UsageException(
                    folder + " and the home overlap; analysts need no right to the home. Name another folder.");
        }
        if (Files.exists(folder) && !AnalystCopy.isThere(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new UsageException(folder
                            + " holds other files, which analysts would see too. Name an empty or a new folder.");
                }
            }
        }
        return folder;
    }

    /** Where a folder is, or would be made, when links are followed. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : real(folder.resolveSibling(".").normalize()).resolve(String.valueOf(folder.getFileName()));
    }
}
