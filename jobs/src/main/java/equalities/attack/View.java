package equalities.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One series as one release shows it. */
final class View {
    private final Timeline timeline;
    private final int release;
    private final Series series;
    private final SystemBuilder builder;
    private final List<Count> counts;
    private final Set<Cell> cells = new HashSet<>();
    private final Set<Cell> told = new HashSet<>();
    private final Set<Cell> questions = new HashSet<>();
    private final Set<Level> levels = new HashSet<>();

    /** What is published of a level of places. */
    private record Level(String level, String characteristic, String part) {}

    View(Timeline timeline, int release, Series series, SystemBuilder builder) {
        this.timeline = timeline;
        this.release = release;
        this.series = series;
        this.builder = builder;
        this.counts = timeline.release(release).of(series);
        for (Count count : counts) {
            Cell cell = count.cell();
            cells.add(cell);
            if (count.mark() != Count.Mark.NOT_AVAILABLE) {
                told.add(cell);
            }
            questions.add(new Cell(cell.place(), cell.characteristic(), "", cell.part()));
            levels.add(new Level(cell.place().level(), cell.characteristic(), cell.part()));
        }
    }

    Series series() {
        return series;
    }

    Structure structure() {
        return timeline.release(release).structure();
    }

    Structure.Policy policy() {
        return structure().policy();
    }

    List<Count> counts() {
        return counts;
    }

    /** Whether this release has a row for a cell. */
    boolean has(Cell cell) {
        return cells.contains(cell);
    }

    /** Whether anybody told of a cell, be it shown or hidden. */
    boolean isTold(Cell cell) {
        return told.contains(cell);
    }

    /** Whether any place of a level has an answer to a cell's question. */
    boolean isPublishedAt(String level, Cell cell) {
        return levels.contains(new Level(level, cell.characteristic(), cell.part()));
    }

    /**
     * Whether a missing row says that nobody is there. It does not where the question is asked nowhere at a place that
     * has people.
     */
    boolean isNobody(Cell cell) {
        return !has(cell.total()) || questions.contains(new Cell(cell.place(), cell.characteristic(), "", cell.part()));
    }

    /** The unknown of a cell, or {@link SystemBuilder#NOBODY}. */
    int unknown(Cell cell) {
        return builder.find(since(cell.place()), series, cell);
    }

    /** The unknown of a cell that follows from others; it is made when it is not there. */
    int make(Cell cell) {
        int since = since(cell.place());
        return builder.findOrMake(since, series, cell, timeline.words(since, series.period(), cell.place()));
    }

    /** Those of the cells that somebody is counted in. */
    int[] unknowns(Collection<Cell> several) {
        return several.stream()
                .mapToInt(this::unknown)
                .filter(u -> u != SystemBuilder.NOBODY)
                .toArray();
    }

    /** The cells of the answers to each question at each place, in each part; everybody's are left out. */
    Map<Cell, List<Cell>> answers() {
        Map<Cell, List<Cell>> answers = new LinkedHashMap<>();
        for (Count count : counts) {
            Cell cell = count.cell();
            if (!cell.code().equals(Cell.ALL)) {
                Cell question = new Cell(cell.place(), cell.characteristic(), "", cell.part());
                answers.computeIfAbsent(question, q -> new ArrayList<>()).add(cell);
            }
        }
        return answers;
    }

    /** How many may answer a question: {@code one}, {@code many}, or empty when the release does not say. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        structure().characteristics().forEach(c -> kinds.put(c.name(), c.answers()));
        return kinds;
    }

    private int since(Place place) {
        return timeline.since(release, series.period(), place);
    }
}
