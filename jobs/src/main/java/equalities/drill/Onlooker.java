package equalities.drill;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.QueryException;
import equalities.lake.Home;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * An analyst who opens the database again and again while runs are cut off. Each look must show one of the states that an
 * undisturbed run goes through, whole, and none that is older than one seen before.
 */
final class Onlooker implements AutoCloseable {
    private static final List<String> TABLES = List.of("patient", "advocacy_case", "submission", "held_row", "finding");
    private static final String NOT_THERE = "not there";
    private static final long BETWEEN_MILLIS = 150;

    private final Home home;
    private final List<Map<String, String>> states;
    private final Thread thread = new Thread(this::look, "onlooker");
    private final List<String> complaints = new ArrayList<>();
    private volatile boolean ended;
    private long looks;
    private int newest = -1;

    private Onlooker(Home home, List<Map<String, String>> states) {
        this.home = home;
        this.states = states;
    }

    /** @param states what may be seen, the oldest first */
    static Onlooker of(Home home, List<Map<String, String>> states) {
        Onlooker onlooker = new Onlooker(home, states);
        onlooker.thread.setDaemon(true);
        onlooker.thread.start();
        return onlooker;
    }

    /** What the database shows now, table by table. */
    static Map<String, String> state(Home home) {
        Map<String, String> state = new TreeMap<>();
        try (Database database = Database.readOnly(home.catalogue())) {
            for (String table : TABLES) {
                boolean there = database.count("select count(*) from information_schema.tables where table_name = "
                                + Database.literal(table))
                        > 0;
                state.put(table, there ? ZonePrint.of(database, table) : NOT_THERE);
            }
        }
        return state;
    }

    private void look() {
        boolean wasThere = false;
        while (!ended) {
            try {
                if (Files.exists(home.catalogue())) {
                    wasThere = true;
                    see(state(home));
                } else if (wasThere) {
                    complain("the database is gone");
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            } catch (QueryException e) {
                complain("a query failed: " + e.getMessage() + ": " + e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void see(Map<String, String> state) {
        looks++;
        int place = states.indexOf(state);
        if (place < 0) {
            complain("a mixture: " + state);
        } else if (place < newest) {
            complain("state " + place + " after state " + newest);
        } else {
            newest = place;
        }
    }

    private synchronized void complain(String what) {
        if (complaints.size() < 5) {
            complaints.add(what);
        }
    }

    synchronized long looks() {
        return looks;
    }

    /** What it saw and should not have seen, the first few. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
