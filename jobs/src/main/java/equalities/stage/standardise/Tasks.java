package equalities.stage.standardise;

import equalities.lake.ReceivedFile;
import equalities.lake.ReceivedFiles;
import equalities.record.FileContents;
import equalities.record.LayoutRecogniser;
import equalities.record.Recognition;
import equalities.record.Register;
import equalities.record.TimeLimit;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import equalities.stage.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Which sheets are to be read as what, and which files are set aside. */
final class Tasks {
    private final ReceivedFiles received;
    private final LayoutRecogniser recogniser;
    private final Map<String, Register> registers;
    private final TimeLimit limit;
    private final List<Task> tasks = new ArrayList<>();
    private final List<ReceivedFile> setAside = new ArrayList<>();
    private final Map<String, List<String>> notRead = new HashMap<>();

    Tasks(ReceivedFiles received, Specification specification, Map<String, Register> registers, TimeLimit limit) {
        this.limit = limit;
        this.received = received;
        this.recogniser = new LayoutRecogniser(specification);
        this.registers = registers;
    }

    List<Task> tasks() {
        return tasks;
    }

    List<ReceivedFile> setAside() {
        return setAside;
    }

    /** Sentences about the sheets of a file that were passed over. */
    List<String> notRead(ReceivedFile file) {
        return notRead.getOrDefault(file.identity(), List.of());
    }

    /** Looks at all files, several at a time, and keeps their order. */
    void add(List<ReceivedFile> files, Progress progress) throws IOException {
        AtomicInteger done = new AtomicInteger();
        List<Optional<FileContents>> all;
        try {
            all = files.parallelStream()
                    .map(file -> {
                        Optional<FileContents> contents = contents(file);
                        progress.at("files recognised", done.incrementAndGet(), files.size());
                        return contents;
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int i = 0; i < all.size(); i++) {
            add(files.get(i), all.get(i));
        }
    }

    /** None of a file that was set aside before. */
    private Optional<FileContents> contents(ReceivedFile file) {
        if (file.reason() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileContents.of(
                    FileBytes.of(received.plainFile(file.sha256()), () -> received.open(file.sha256())),
                    file.fileName(),
                    recogniser,
                    limit.of(file.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ReceivedFile file, Optional<FileContents> contents) {
        if (contents.isEmpty()) {
            setAside.add(file);
        } else if (contents.get() instanceof FileContents.Returns returns) {
            returns.sheets().forEach(sheet -> tasks.add(task(file, sheet)));
            notRead.put(file.identity(), returns.notRead());
        } else if (contents.get() instanceof FileContents.SetAside nothing) {
            setAside.add(file.refused(nothing.reason(), nothing.fix()));
        }
    }

    /** Sets aside what its rows showed not to be taken. */
    void refuse(List<SheetRefused> refused, List<ReceivedFile> files) {
        for (SheetRefused one : refused) {
            if (tasks.removeIf(task -> task.identity().equals(one.submission()))) {
                files.stream()
                        .filter(file -> file.identity().equals(one.submission()))
                        .forEach(file -> setAside.add(file.refused(one.reason(), one.fix())));
            }
        }
    }

    private Task task(ReceivedFile file, Recognition.Recognised recognised) {
        return new Task(
                file.period(),
                file.provider(),
                file.sha256(),
                file.version(),
                file.fileName(),
                recognised,
                registers.getOrDefault(file.period(), Register.NONE),
                limit.of(file.size()));
    }
}
