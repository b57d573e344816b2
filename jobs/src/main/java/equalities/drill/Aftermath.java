package equalities.drill;

import equalities.engine.duckdb.Database;
import equalities.lake.Home;
import equalities.lake.Zone;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a home stands after the start that followed a disturbed one, against the undisturbed run. */
final class Aftermath {
    private Aftermath() {}

    /** What is not as it should be, or null. */
    static @Nullable String whatIsWrong(
            Course course, Home home, String stage, Undisturbed.Passed undisturbed, Proof proof) throws Exception {
        Map<Zone, Map<String, String>> now = Undisturbed.zones(course, home, stage);
        if (!now.equals(undisturbed.zones())) {
            return "the zones are " + now + " and not " + undisturbed.zones();
        }
        proof.zoneCompared();
        if (stage.equals("consolidate")) {
            if (!ledgerIsClosed(home)) {
                return "the ledger is open: rows seen are not those accounted for";
            }
            proof.ledgerClosed();
        }
        List<String> left = Leftovers.of(home);
        if (!left.isEmpty()) {
            return "there are left " + left;
        }
        List<String> files = Leftovers.difference(Leftovers.names(home), undisturbed.names());
        return files.isEmpty() ? null : "there are files " + files;
    }

    private static boolean ledgerIsClosed(Home home) {
        try (Database database = Database.readOnly(home.catalogue())) {
            return database.count("select count(*) from submission") > 0
                    && database.count("select count(*) from submission where rows_seen <> rows_accepted + rows_held"
                                    + " + rows_repeated + rows_superseded + rows_blank")
                            == 0;
        }
    }
}
