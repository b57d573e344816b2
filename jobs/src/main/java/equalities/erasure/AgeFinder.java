package equalities.erasure;

import equalities.erasure.ErasurePlan.FileErasure;
import equalities.erasure.ErasurePlan.Submission;
import equalities.lake.Home;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.Zone;
import equalities.spec.RetentionPolicy;
import equalities.spec.Specification;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is older than the policy allows: submissions as a whole, and held rows that nobody mended in time. */
final class AgeFinder {
    private final Home home;
    private final Specification specification;
    private final ErasureKeys keys;
    private final RetentionPolicy policy;
    private final LocalDate today;

    AgeFinder(Home home, Specification specification, ErasureKeys keys, RetentionPolicy policy, LocalDate today) {
        this.home = home;
        this.specification = specification;
        this.keys = keys;
        this.policy = policy;
        this.today = today;
    }

    List<FileErasure> find() throws IOException {
        List<FileErasure> found = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (ReceivedFile file : Received.current(home.zone(Zone.RECEIVED)).files()) {
            Submission submission = new Submission(file.period(), file.provider(), file.fileName(), file.sha256());
            LocalDate receivedOn = LocalDate.ofInstant(Instant.parse(file.receivedAt()), ZoneOffset.UTC);
            if (file.gone()) {
                continue;
            }
            if (policy.received().isOver(file.period(), receivedOn, today)) {
                found.add(new FileErasure(submission, List.of(), 0));
            } else if (policy.held().isOver(file.period(), receivedOn, today)) {
                waiting.add(submission.identity());
            }
        }
        if (!waiting.isEmpty()) {
            found.addAll(new PersonFinder(home, specification, keys).held(waiting));
        }
        return found;
    }
}
