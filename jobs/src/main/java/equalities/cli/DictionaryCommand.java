package equalities.cli;

import equalities.spec.Dictionary;
import equalities.spec.SpecificationReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The data dictionary, made of the specification. */
@Command(
        name = "dictionary",
        mixinStandardHelpOptions = true,
        description = "Prints the data dictionary: every table, column and code, made of schemas/.")
final class DictionaryCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        System.out.print(
                Dictionary.of(SpecificationReader.read(common.settings().path(Setting.SCHEMAS))));
        return ExitCode.DONE.number();
    }
}
