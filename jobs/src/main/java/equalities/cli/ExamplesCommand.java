package equalities.cli;

import equalities.record.report.ExampleReturn;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what becomes of every layout's example beside it, for a person to read and to keep. */
@Command(
        name = "examples",
        mixinStandardHelpOptions = true,
        description = "Standardises <layout>.example.csv of every layout and writes <layout>.accepted.csv and"
                + " <layout>.held.csv beside it. Read what changed before you keep it.")
final class ExamplesCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--dry-run", description = "Say which would change, and write nothing.")
    boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Path schemas = common.settings().path(Setting.SCHEMAS);
        Specification specification = SpecificationReader.read(schemas);
        List<String> changed = new ArrayList<>();
        for (Layout layout : specification.layouts()) {
            ExampleReturn example = ExampleReturn.read(schemas, specification, layout);
            put(schemas, ExampleReturn.acceptedFile(schemas, layout), example.accepted(), changed);
            put(schemas, ExampleReturn.heldFile(schemas, layout), example.held(), changed);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "examples");
        summary.put("layouts", specification.layouts().size());
        summary.put(dryRun ? "would change" : "changed", changed);
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private void put(Path schemas, Path file, String text, List<String> changed) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        changed.add(schemas.relativize(file).toString());
        if (!dryRun) {
            Files.writeString(file, text);
        }
    }
}
