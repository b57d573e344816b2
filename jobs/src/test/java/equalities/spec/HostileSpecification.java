package equalities.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the readers of a specification's files make of any bytes. What they are not declared to do comes out as it is. */
public final class HostileSpecification {
    private static final List<String> KINDS =
            List.of("return", "table", "characteristic", "disclosure", "eligibility", "linking", "retention", "csv");

    private final Specification known;
    private final Path root;
    private final Path file;
    private final YamlFiles files;

    /** @param schemas whose formats count */
    public HostileSpecification(Path schemas) {
        this.known = SpecificationReader.read(schemas);
        try {
            this.root = Files.createTempDirectory("hostile");
            Files.createSymbolicLink(
                    root.resolve("meta"), schemas.toAbsolutePath().resolve("meta"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.file = root.resolve("input.yaml");
        this.files = new YamlFiles(root);
    }

    /**
     * Reads a file of the kind that its first byte chooses.
     *
     * @throws SpecificationException as it should where it is none
     */
    public void file(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        Files.write(file, java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        String kind = KINDS.get(Math.floorMod(bytes[0], KINDS.size()));
        if (kind.equals("csv")) {
            CodeListFile lists = new CodeListFile(files);
            lists.spellings(file);
            return;
        }
        check(kind, files.read(file, kind));
    }

    private void check(String kind, Part part) {
        switch (kind) {
            case "return" -> check(new LayoutFile(known.characteristics()).read("advocacy-cases", "input", part));
            case "table" -> new TableFile(known.characteristics().values()).read("input", part);
            case "characteristic" -> check(CharacteristicFile.read("input", part));
            case "disclosure" -> {
                PolicyFiles.disclosure(part);
                PolicyFiles.countedAlike(part);
                PolicyFiles.countedTogether(part);
            }
            case "eligibility" -> PolicyFiles.eligibility(part);
            case "linking" -> PolicyFiles.linking(part);
            default -> PolicyFiles.retention(part);
        }
    }

    private void check(Layout layout) {
        List<Layout> layouts = new ArrayList<>(known.layouts());
        layouts.add(layout);
        CrossChecks.check(with(known.characteristics(), layouts));
    }

    private void check(Characteristic characteristic) {
        Map<String, Characteristic> all = new LinkedHashMap<>(known.characteristics());
        all.put("input", characteristic);
        CrossChecks.check(with(all, known.layouts()));
    }

    private Specification with(Map<String, Characteristic> characteristics, List<Layout> layouts) {
        return new Specification(
                characteristics,
                known.codeLists(),
                layouts,
                known.tables(),
                known.quality(),
                known.eligibility(),
                known.linking(),
                known.retention(),
                known.disclosurePolicies(),
                known.disclosurePolicy(),
                known.countedAlike(),
                known.countedTogether(),
                known.atLeastOne(),
                known.parts(),
                known.fingerprint());
    }
}
