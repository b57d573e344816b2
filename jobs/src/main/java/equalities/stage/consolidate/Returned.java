package equalities.stage.consolidate;

import equalities.spec.Characteristic;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A return as the standard zone has its rows: in the columns of the table that it fills, whichever layout they came in. */
final class Returned implements Serializable {
    static final String VERSION = "version";
    static final String ROW_NUMBER = "row_number";
    static final String SUBMISSION = "submission_id";
    private static final Set<String> SAID_BY_NO_ROW = Set.of(SUBMISSION, ROW_NUMBER, VERSION);
    private static final int NOWHERE = -1;
    private static final String PERSON = "person_key";
    private static final long serialVersionUID = 1;

    private final int number;
    private final List<Layout> layouts;
    private final Table table;
    private final ArrayList<StandardColumn> columns;
    private final HashMap<String, Integer> places = new HashMap<>();
    private final HashMap<String, Integer> placesInContract = new HashMap<>();
    private final int[] ofContract;
    private final int[] key;
    private final boolean[] tells;
    private final int person;
    private final boolean hasPeople;
    private final boolean tellsWhoQualifies;

    private Returned(int number, List<Layout> layouts, Specification specification) {
        this.number = number;
        this.layouts = layouts;
        this.table = specification.table(layouts.get(0).fills());
        this.columns = new ArrayList<>(columns(table, specification.personCharacteristics()));
        columns.forEach(c -> places.put(c.name(), places.size()));
        table.columns().forEach(c -> placesInContract.put(c.name(), placesInContract.size()));
        this.ofContract =
                table.columns().stream().mapToInt(c -> place(c.name())).toArray();
        this.key = layouts.get(0).key().stream().mapToInt(this::place).toArray();
        this.tells = new boolean[columns.size()];
        columns.forEach(c -> tells[place(c.name())] = !SAID_BY_NO_ROW.contains(c.name()));
        this.person = place(PERSON);
        this.hasPeople = table.source() != null;
        this.tellsWhoQualifies = table.column("qualifies").isPresent();
    }

    /** Every return of the specification; each knows its place among them. */
    static List<Returned> all(Specification specification) {
        Map<String, List<Layout>> returns = specification.layouts().stream()
                .collect(Collectors.groupingBy(Layout::returnName, LinkedHashMap::new, Collectors.toList()));
        List<Returned> all = new ArrayList<>();
        returns.values().forEach(layouts -> all.add(new Returned(all.size(), layouts, specification)));
        return List.copyOf(all);
    }

    /** The columns of the contract as the standard zone has them: no consolidated ones, but which version it is of. */
    private static List<StandardColumn> columns(Table table, List<Characteristic> characteristics) {
        Set<String> consolidated = characteristics.stream()
                .flatMap(c -> Stream.of(OneAnswer.recordedColumn(c), OneAnswer.sourceColumn(c)))
                .collect(Collectors.toSet());
        List<StandardColumn> columns = table.columns().stream()
                .filter(c -> !consolidated.contains(c.name()))
                .map(c -> new StandardColumn(c.name(), c.type()))
                .collect(Collectors.toCollection(ArrayList::new));
        columns.add(new StandardColumn(VERSION, Table.Type.STRING));
        return columns;
    }

    int number() {
        return number;
    }

    Table table() {
        return table;
    }

    List<StandardColumn> columns() {
        return columns;
    }

    /** The names of its tables in the standard zone, one for each layout. */
    List<String> standardTables() {
        return layouts.stream().map(l -> l.returnName() + "." + l.name()).toList();
    }

    /** The places of what names a row, beside the period and the provider. */
    int[] key() {
        return key;
    }

    /** Whether the column of the key there tells the row's person. */
    boolean isPerson(int place) {
        return hasPeople && place == person;
    }

    /** Whether its rows are of people, and not counts. */
    boolean hasPeople() {
        return hasPeople;
    }

    /** Whether it tells who is entitled to an advocate. */
    boolean tellsWhoQualifies() {
        return tellsWhoQualifies;
    }

    /** Whether a later row with another value there says something else. */
    boolean tells(int place) {
        return tells[place];
    }

    /** Where a column is in a row; negative where no row has it. */
    int place(String column) {
        return places.getOrDefault(column, NOWHERE);
    }

    /** What a row says, in the columns of the table's contract: null where the standard zone has no such column. */
    @Nullable
    Object[] inContract(@Nullable Object[] values) {
        @Nullable Object[] row = new Object[ofContract.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = ofContract[i] < 0 ? null : values[ofContract[i]];
        }
        return row;
    }

    /** Where a column is in a row of the table's contract; null where that has none. */
    @Nullable
    Integer placeInContract(String column) {
        return placesInContract.get(column);
    }
}
