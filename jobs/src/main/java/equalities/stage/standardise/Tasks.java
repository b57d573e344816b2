package equalities.stage.standardise;

import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ZoneStore;
import equalities.record.FileContents;
import equalities.record.LayoutRecogniser;
import equalities.record.Recognition;
import equalities.record.Register;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sheets are to be read as what, and which files are set aside. */
final class Tasks {
    private final ZoneStore received;
    private final LayoutRecogniser recogniser;
    private final Map<String, Register> registers;
    private final List<Task> tasks = new ArrayList<>();
    private final List<ReceivedFile> setAside = new ArrayList<>();
    private final Map<String, List<String>> notRead = new HashMap<>();

    Tasks(ZoneStore received, Specification specification, Map<String, Register> registers) {
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

    void add(ReceivedFile file) throws IOException {
        if (file.reason() != null) {
            setAside.add(file);
            return;
        }
        Path bytes = Received.bytes(received, file.sha256());
        FileContents contents = FileContents.of(bytes, file.fileName(), recogniser);
        if (contents instanceof FileContents.Returns returns) {
            returns.sheets().forEach(sheet -> tasks.add(task(file, bytes, sheet)));
            notRead.put(file.identity(), returns.notRead());
        } else if (contents instanceof FileContents.SetAside nothing) {
            setAside.add(file.refused(nothing.reason(), nothing.fix()));
        }
    }

    private Task task(ReceivedFile file, Path bytes, Recognition.Recognised recognised) {
        return new Task(
                file.period(),
                file.provider(),
                file.sha256(),
                file.version(),
                bytes.toString(),
                file.fileName(),
                recognised,
                registers.getOrDefault(file.period(), Register.NONE));
    }
}
