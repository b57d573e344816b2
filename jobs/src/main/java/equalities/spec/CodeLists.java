package equalities.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads every code list with its spellings, its composition and the bridges to it. */
final class CodeLists {
    private final Path root;
    private final YamlFiles files;
    private final CodeListFile reader;

    CodeLists(Path root, YamlFiles files) {
        this.root = root;
        this.files = files;
        this.reader = new CodeListFile(files);
    }

    /** By name, in the order of the file names. */
    Map<String, CodeList> read(Collection<Characteristic> characteristics) {
        Set<String> answers =
                characteristics.stream().map(Characteristic::codelist).collect(Collectors.toSet());
        List<Spelling> absences = reader.spellings(root.resolve("absences.csv"));
        List<Bridge> bridges = files.list(root.resolve("bridges"), ".csv").stream()
                .map(reader::bridge)
                .toList();
        Map<String, CodeList> all = new LinkedHashMap<>();
        for (Path file : files.list(root.resolve("codelists"), ".csv")) {
            String name = YamlFiles.stem(file);
            all.put(
                    name,
                    new CodeList(
                            name,
                            reader.codes(file),
                            reader.spellings(root.resolve("spellings/" + name + ".csv")),
                            answers.contains(name) ? absences : List.of(),
                            composition(name),
                            bridges.stream().filter(b -> b.to().equals(name)).toList()));
        }
        everyFileHasItsList("spellings", ".csv", all.keySet());
        everyFileHasItsList("compositions", ".yaml", all.keySet());
        for (Bridge bridge : bridges) {
            BridgeChecks.check(bridge, all);
        }
        return Collections.unmodifiableMap(all);
    }

    private Composition composition(String name) {
        Path file = root.resolve("compositions/" + name + ".yaml");
        return Files.exists(file) ? CompositionFile.read(files.read(file, "composition")) : Composition.NONE;
    }

    private void everyFileHasItsList(String folder, String ending, Set<String> lists) {
        for (Path file : files.list(root.resolve(folder), ending)) {
            if (!lists.contains(YamlFiles.stem(file))) {
                throw new SpecificationException(files.name(file) + " is about a list that is not there. Add codelists/"
                        + YamlFiles.stem(file) + ".csv, or rename it.");
            }
        }
    }
}
