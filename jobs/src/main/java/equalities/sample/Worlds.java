package equalities.sample;

import equalities.sample.Generator.Size;
import equalities.sample.World.Fault;
import equalities.sample.World.Form;
import equalities.sample.World.OddFile;
import equalities.sample.World.Provider;
import equalities.sample.World.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A world made larger, and its parts as tables. */
final class Worlds {
    private Worlds() {}

    /** The world so many times over; the copies' codes end in their number, and the first has its own. */
    static World copied(World world, Size size) {
        List<Provider> providers = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (int copy = 0; copy < size.copies(); copy++) {
            String mark = copy == 0 ? "" : "X" + copy;
            world.providers().forEach(p -> providers.add(new Provider(p.code() + mark, p.name() + mark, p.kind())));
            world.sites().forEach(s -> sites.add(marked(s, mark)));
        }
        int people = size.people() > 0 ? size.people() : world.people() * size.copies();
        return with(world, world.period(), people, providers, sites, size.faults());
    }

    static World in(World world, String period) {
        return with(world, period, world.people(), world.providers(), world.sites(), true);
    }

    private static World with(
            World w, String period, int people, List<Provider> providers, List<Site> sites, boolean faults) {
        return new World(
                period,
                people,
                w.moved(),
                w.lost(),
                providers,
                sites,
                w.legalStatus(),
                w.ages(),
                w.answers(),
                w.gaps(),
                w.patients(),
                w.cases(),
                w.services(),
                w.forms(),
                faults ? w.faults() : List.of(),
                faults ? w.oddFiles() : List.of());
    }

    private static Site marked(Site s, String mark) {
        return new Site(
                s.code() + mark,
                s.name() + mark,
                s.type(),
                s.hospital() + mark,
                s.advocacy() + mark,
                s.commissioner() + mark,
                s.wards(),
                s.wardsWithAccess(),
                s.share(),
                s.uptake(),
                s.uptakeOnCto(),
                s.more());
    }

    /** Sites that share a copy: a hospital or a service never has sites in two. */
    static List<List<Site>> neighbourhoods(World world) {
        Map<String, List<Site>> byMark = world.sites().stream()
                .collect(Collectors.groupingBy(
                        s -> s.commissioner().replaceFirst("^[^X]*", ""), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(byMark.values());
    }

    /** How many people of a site are in each of its files. */
    static int people(World world, Site site, int files) {
        double all = world.sites().stream().mapToDouble(Site::share).sum();
        return (int) Math.round(world.people() * site.share() / all / files);
    }

    static String fileName(Form form, int number, int files) {
        String extension = Objects.requireNonNullElse(form.format(), "csv");
        String name = Objects.requireNonNullElse(form.file(), form.returnName() + "." + extension);
        int dot = name.lastIndexOf('.');
        return files == 1 ? name : name.substring(0, dot) + "-" + (number + 1) + name.substring(dot);
    }

    static Table providers(World world) {
        return new Table(
                List.of("Provider Code", "Name", "Kind"),
                world.providers().stream()
                        .map(p -> List.of(p.code(), p.name(), p.kind()))
                        .toList());
    }

    static Table sites(World world) {
        return new Table(
                List.of(
                        "Site Code",
                        "Name",
                        "Site Type",
                        "Hospital Provider",
                        "Advocacy Provider",
                        "Commissioner",
                        "Wards",
                        "Wards With Advocacy Access"),
                world.sites().stream()
                        .map(s -> List.of(
                                s.code(),
                                s.name(),
                                s.type(),
                                s.hospital(),
                                s.advocacy(),
                                s.commissioner(),
                                String.valueOf(s.wards()),
                                String.valueOf(s.wardsWithAccess())))
                        .toList());
    }

    static Table planted(World world) {
        return new Table(
                List.of("characteristic", "code", "planted_ratio", "expected", "note"),
                world.gaps().stream()
                        .map(g -> List.of(
                                g.characteristic(),
                                g.code(),
                                String.valueOf(g.ratio()),
                                g.expected(),
                                Objects.requireNonNullElse(g.note(), "")))
                        .toList());
    }

    static Table faults(World world) {
        Stream<List<String>> rows = world.faults().stream().map(Worlds::line);
        Stream<List<String>> files = world.oddFiles().stream().map(Worlds::line);
        return new Table(
                List.of("file", "kind", "rows", "outcome"),
                Stream.concat(rows, files).toList());
    }

    private static List<String> line(Fault fault) {
        return List.of(fault.file(), fault.kind(), String.valueOf(fault.rows()), fault.outcome());
    }

    private static List<String> line(OddFile odd) {
        return List.of(odd.file(), odd.kind(), "", "set aside");
    }
}
