package equalities.audit;

import equalities.audit.Event.What;
import equalities.lake.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A process of its own that writes into the log of a home: {@code Writer HOME HOW_OFTEN}. */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        AuditLog log = new AuditLog(home, home.state().resolve("signing_key"), new Anchor.None(), Clock.systemUTC());
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            log.append(Actor.thisProcess(), List.of(new Event(What.BEGAN, Map.of("number", i))));
        }
    }
}
