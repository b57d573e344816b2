package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in SQL over the Parquet. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description =
                "Answers a query from DuckDB over the warehouse. Without one: a shell on a terminal, else the query is read from standard input.")
final class SqlCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    AsKnownAt asKnownAt = new AsKnownAt();

    @Option(
            names = "--granted",
            paramLabel = "DIR",
            description = "Ask what grant-analyst wrote there, in a session that is closed to everything else.")
    @Nullable
    Path granted;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "select …")
    @Nullable
    String query;

    @Override
    public Integer call() throws Exception {
        try (Database database = granted == null ? warehouse() : GrantAnalystCommand.open(granted)) {
            if (query == null && System.console() != null) {
                new SqlShell(database, new BufferedReader(System.console().reader()), System.out).run();
                return ExitCode.DONE.number();
            }
            String text = query == null ? standardInput() : query;
            Relation answer = database.query(text);
            if (common.json) {
                answer.maps().forEach(row -> System.out.println(TextTable.json(row)));
            } else {
                TextTable.lines(answer).forEach(System.out::println);
            }
        }
        return ExitCode.DONE.number();
    }

    private Database warehouse() throws Exception {
        Settings settings = common.settings();
        if (asKnownAt.asked()) {
            settings = asKnownAt.settings(settings);
            AsKnownAt.analyse(settings, ProgressLine.of(common.json));
        }
        return new Warehouse(settings).open();
    }

    private static String standardInput() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return in.lines().collect(Collectors.joining("\n"));
        }
    }
}
