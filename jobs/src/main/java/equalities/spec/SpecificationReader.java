package equalities.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads {@code schemas/} and checks that its files agree with each other. Files are read in the order of their names,
 * so that the same files make the same specification everywhere.
 */
public final class SpecificationReader {
    private final Path root;
    private final YamlFiles files;

    private SpecificationReader(Path root) {
        this.root = root;
        this.files = new YamlFiles(root);
    }

    /**
     * The specification in this folder.
     *
     * @throws SpecificationException when a file is missing, breaks its format, or names what is not there
     */
    public static Specification read(Path schemas) {
        Path root = schemas.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new SpecificationException(
                    "There is no folder " + schemas + ". Name the folder that holds the specification.");
        }
        Specification specification = new SpecificationReader(root).read();
        CrossChecks.check(specification);
        return specification;
    }

    private Specification read() {
        Map<String, Characteristic> characteristics = characteristics();
        Part disclosure = files.read(root.resolve("policies/disclosure.yaml"), "disclosure");
        Map<String, DisclosurePolicy> policies = PolicyFiles.disclosure(disclosure);
        DisclosurePolicy policy = policies.get(disclosure.text("default"));
        if (policy == null) {
            throw disclosure.fault(
                    "default",
                    "names a policy that is not there",
                    "Name one of: " + String.join(", ", policies.keySet()) + ".");
        }
        Map<String, Table> tables = tables(characteristics);
        return new Specification(
                characteristics,
                new CodeLists(root, files).read(characteristics.values()),
                layouts(characteristics),
                tables,
                new QualityFiles(root, files).read(tables),
                PolicyFiles.eligibility(files.read(root.resolve("eligibility.yaml"), "eligibility")),
                PolicyFiles.linking(files.read(root.resolve("policies/linking.yaml"), "linking")),
                PolicyFiles.retention(files.read(root.resolve("policies/retention.yaml"), "retention")),
                Collections.unmodifiableMap(policies),
                policy,
                PolicyFiles.countedAlike(disclosure),
                PolicyFiles.countedTogether(disclosure),
                disclosure.texts("at_least_one"),
                parts(),
                fingerprint(root));
    }

    private Map<String, Characteristic> characteristics() {
        Map<String, Characteristic> all = new LinkedHashMap<>();
        for (Path file : files.list(root.resolve("characteristics"), ".yaml")) {
            String name = YamlFiles.stem(file);
            all.put(name, CharacteristicFile.read(name, files.read(file, "characteristic")));
        }
        return Collections.unmodifiableMap(all);
    }

    private List<Layout> layouts(Map<String, Characteristic> characteristics) {
        LayoutFile reader = new LayoutFile(characteristics);
        List<Layout> all = new ArrayList<>();
        for (Path folder : files.list(root.resolve("returns"), "")) {
            for (Path file : files.list(folder, ".yaml")) {
                String returnName = String.valueOf(folder.getFileName());
                all.add(reader.read(returnName, YamlFiles.stem(file), files.read(file, "return")));
            }
        }
        return all;
    }

    private Map<String, Table> tables(Map<String, Characteristic> characteristics) {
        TableFile reader = new TableFile(characteristics.values());
        Map<String, Table> all = new LinkedHashMap<>();
        for (Path file : files.list(root.resolve("tables"), ".yaml")) {
            String name = YamlFiles.stem(file);
            all.put(name, reader.read(name, files.read(file, "table")));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Examples, formats and manuals change nothing that follows from the specification. */
    private boolean isRead(Path file) {
        String name = files.name(file);
        boolean example = name.contains("/returns/") && name.endsWith(".csv");
        return Files.isRegularFile(file) && !example && !name.contains("/meta/") && !name.endsWith(".md");
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(root)) {
            all.filter(p -> Files.isDirectory(p) || isRead(p))
                    .filter(p -> !p.endsWith("meta"))
                    .sorted()
                    .forEach(p -> parts.put(String.valueOf(p.getFileName()), fingerprint(p)));
        } catch (IOException e) {
            throw new SpecificationException(root.getFileName() + " cannot be read.", e);
        }
        return Collections.unmodifiableMap(parts);
    }

    private String fingerprint(Path part) {
        try (Stream<Path> all = Files.walk(part)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : all.filter(this::isRead).sorted().toList()) {
                byte[] name = files.name(file).getBytes(StandardCharsets.UTF_8);
                byte[] bytes = Files.readAllBytes(file);
                digest.update((name.length + "," + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(name);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new SpecificationException(root.getFileName() + " cannot be read.", e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
