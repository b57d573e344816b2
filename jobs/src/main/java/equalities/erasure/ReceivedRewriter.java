package equalities.erasure;

import equalities.erasure.ErasurePlan.FileErasure;
import equalities.lake.ErasedRows;
import equalities.lake.Fingerprint;
import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import equalities.record.PlaceInFile;
import equalities.record.TranscriptWriter;
import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes what a plan says out of the received zone: bytes become transcripts or go, and the ledger says so. */
final class ReceivedRewriter {
    private static final String GONE = "The time for which it may be kept is over.";
    private static final String GONE_FIX = "Nothing is to be done.";

    private final ZoneStore received;
    private final ReceivedFiles files;
    private final ErasurePlan plan;
    private final LocalDate today;

    ReceivedRewriter(ZoneStore received, ZoneKeys keys, ErasurePlan plan, LocalDate today) throws IOException {
        this.received = received;
        this.files = ReceivedFiles.of(received, keys);
        this.plan = plan;
        this.today = today;
    }

    /** Does what is not done yet; every step may be done twice. */
    void rewrite() throws IOException {
        String madeFrom = Fingerprint.of(plan.from(), plan.id());
        if (received.current().madeFrom().equals(madeFrom)) {
            return;
        }
        Received before = Received.current(received);
        Map<String, List<FileErasure>> byBytes = plan.files().stream()
                .collect(Collectors.groupingBy(f -> f.submission().submissionId(), TreeMap::new, Collectors.toList()));
        Map<String, ErasedRows> erased = new TreeMap<>();
        for (Map.Entry<String, List<FileErasure>> bytes : byBytes.entrySet()) {
            erased.put(bytes.getKey(), rewrite(bytes.getKey(), bytes.getValue(), before));
        }
        putInPlace(madeFrom, before, erased);
    }

    /** The same bytes may be the submission of several providers or periods; nobody stays in them for one of these. */
    private ErasedRows rewrite(String sha256, List<FileErasure> erasures, Received before) throws IOException {
        List<ReceivedFile> same =
                before.files().stream().filter(f -> f.sha256().equals(sha256)).toList();
        long rows = erasures.stream().mapToLong(FileErasure::rows).max().orElse(0)
                + same.stream()
                        .map(ReceivedFile::erased)
                        .mapToLong(e -> e == null ? 0 : e.rows())
                        .max()
                        .orElse(0);
        List<PlaceInFile> places =
                erasures.stream().flatMap(e -> e.places().stream()).distinct().toList();
        if (places.isEmpty()) {
            if (erasures.size() >= same.size()) {
                files.delete(sha256);
            }
            return new ErasedRows(rows, "", today.toString());
        }
        String name = same.get(0).fileName();
        FileBytes bytes = FileBytes.of(files.plainFile(sha256), () -> files.open(sha256));
        TranscriptWriter transcript = new TranscriptWriter(
                places, text -> plan.wanted().pattern().matcher(text).replaceAll(""));
        files.put(sha256, out -> transcript.write(bytes, name, out));
        return new ErasedRows(rows, files.fingerprint(sha256), today.toString());
    }

    private void putInPlace(String madeFrom, Received before, Map<String, ErasedRows> erased) throws IOException {
        received.begin(madeFrom);
        Registers.copy(received);
        List<ReceivedFile> kept =
                before.files().stream().map(f -> after(f, erased)).toList();
        Map<String, String> seen = new TreeMap<>();
        before.seen().forEach((name, stamp) -> seen.put(scrubbed(name), stamp));
        new Received(kept, seen, before.registerVersions()).putInPlace(received, madeFrom);
    }

    private ReceivedFile after(ReceivedFile file, Map<String, ErasedRows> erased) {
        ErasedRows rows = erased.get(file.sha256());
        if (rows == null) {
            return file.without(file.erased(), scrubbed(file.fileName()));
        }
        if (!rows.all()) {
            return file.without(rows, scrubbed(file.fileName()));
        }
        boolean mine =
                plan.files().stream().anyMatch(f -> f.submission().identity().equals(file.identity()));
        return mine ? file.without(rows, file.fileName()).refused(GONE, GONE_FIX) : file;
    }

    /** A name of a file may itself name the person. */
    private String scrubbed(String name) {
        return plan.wanted().pattern().matcher(name).replaceAll("erased");
    }
}
