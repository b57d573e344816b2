package equalities.spec;

import equalities.spec.Bridge.Kind;
import equalities.spec.Bridge.Row;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a bridge leads every code of its list somewhere, and says truly what it merges, splits and loses. */
final class BridgeChecks {
    private final Bridge bridge;
    private final CodeList from;
    private final CodeList to;

    private BridgeChecks(Bridge bridge, CodeList from, CodeList to) {
        this.bridge = bridge;
        this.from = from;
        this.to = to;
    }

    static void check(Bridge bridge, Map<String, CodeList> lists) {
        CodeList from = lists.get(bridge.from());
        CodeList to = lists.get(bridge.to());
        if (from == null || to == null) {
            throw fault(bridge, "joins a list that is not there", "Add it to schemas/codelists, or rename the file.");
        }
        new BridgeChecks(bridge, from, to).check();
    }

    private void check() {
        bridge.rows().forEach(this::check);
        for (Code code : from.codes()) {
            if (rowsFrom(code.code()).findAny().isEmpty()
                    && to.find(code.code()).isEmpty()) {
                throw fault(bridge, "does not say what becomes of " + code.code(), "Add a row for it.");
            }
        }
    }

    private void check(Row row) {
        if (from.find(row.fromCode()).isEmpty()) {
            throw fault(bridge, "names the code " + row.fromCode() + ", which " + from.name() + " lacks", "Mend it.");
        }
        if (row.kind() != Kind.LOSES && to.find(row.toCode()).isEmpty()) {
            throw fault(bridge, "leads to the code " + row.toCode() + ", which " + to.name() + " lacks", "Mend it.");
        }
        String untrue = untrue(row, rowsFrom(row.fromCode()).count(), rowsTo(row.toCode()));
        if (untrue != null) {
            throw fault(bridge, "says that " + row.fromCode() + " " + untrue, "Mend the kind or the code.");
        }
        if (row.why().isBlank() && row.kind() != Kind.EXACT) {
            throw fault(bridge, "gives no reason for " + row.fromCode(), "Write why.");
        }
    }

    /** Codes that come to the same code, by a row or by being the same code in both lists. */
    private long rowsTo(String code) {
        long same = from.find(code).isPresent() && rowsFrom(code).findAny().isEmpty() ? 1 : 0;
        return same
                + bridge.rows().stream().filter(r -> r.toCode().equals(code)).count();
    }

    private Stream<Row> rowsFrom(String code) {
        return bridge.rows().stream().filter(r -> r.fromCode().equals(code));
    }

    private static @Nullable String untrue(Row row, long waysOut, long waysIn) {
        return switch (row.kind()) {
            case EXACT -> waysOut == 1 && waysIn == 1 ? null : "is exact, but it is not one for one";
            case MERGES -> waysOut == 1 && waysIn > 1 ? null : "merges, but nothing else comes to the same code";
            case SPLITS -> waysOut > 1 ? null : "splits, but there is one way only";
            case LOSES -> waysOut == 1 && row.toCode().isBlank() ? null : "loses, but a code is left";
        };
    }

    private static SpecificationException fault(Bridge bridge, String what, String mend) {
        return CrossChecks.fault("schemas/bridges/" + bridge.from() + "." + bridge.to() + ".csv", what, mend);
    }
}
