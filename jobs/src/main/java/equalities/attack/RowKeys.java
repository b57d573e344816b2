package equalities.attack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which count a row of a table is about, by what its columns say and what the counts have. */
record RowKeys(Series series, Place place, String characteristic, String code) {
    Cell cell(String part) {
        return new Cell(place, characteristic, code, part);
    }

    /** What a row is about; empty when it could be several series or none. */
    static Optional<RowKeys> of(Map<String, String> row, String table, Release release) {
        List<Series> fitting = release.counts().keySet().stream()
                .filter(s -> isSaid(row, "period", s.period()) && isSaid(row, "basis", s.basis()))
                .filter(s -> row.containsKey("measure")
                        ? row.get("measure").equals(s.measure())
                        : table.startsWith(s.measure()))
                .toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        String characteristic = row.getOrDefault("characteristic", Cell.TOTAL);
        String code = row.getOrDefault("code", Cell.ALL);
        return Optional.of(new RowKeys(fitting.get(0), place(row), characteristic, code));
    }

    private static boolean isSaid(Map<String, String> row, String column, String value) {
        return !row.containsKey(column) || row.get(column).equals(value);
    }

    private static Place place(Map<String, String> row) {
        String site = PrintedTable.first(row, "site_code", "site");
        if (!site.isEmpty()) {
            return new Place(Place.SITE, row.getOrDefault(site, ""));
        }
        return new Place(row.getOrDefault("place_level", "england"), row.getOrDefault("place", "England"));
    }
}
