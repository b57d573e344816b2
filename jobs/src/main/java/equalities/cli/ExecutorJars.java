package equalities.cli;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.github.rzymek.opczip.OpcOutputStream;
import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.stax2.XMLInputFactory2;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.NullMarked;

/** What an executor of a cluster needs beside Spark: the thin jar, and the readers of the formats of returns. */
final class ExecutorJars {
    /** One class of each jar, so that the compiler misses what is no longer there. */
    private static final List<Class<?>> READERS = List.of(
            CsvReader.class,
            Workbook.class,
            ReadableWorkbook.class,
            OpcOutputStream.class,
            InputFactoryImpl.class,
            XMLInputFactory2.class,
            NullMarked.class);

    private ExecutorJars() {}

    /** Beside the thin jar in this folder: the jars that the readers were loaded from. */
    static List<Path> beside(Path folder) {
        return Stream.concat(
                        Stream.of(folder.resolve("equalities.jar")),
                        READERS.stream().map(ExecutorJars::jar))
                .toList();
    }

    private static Path jar(Class<?> reader) {
        CodeSource source = reader.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar of " + reader.getName() + " has no place", e);
        }
    }
}
