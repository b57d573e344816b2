package equalities.stage.standardise;

import equalities.lake.Received;
import equalities.lake.ReceivedFile;
import equalities.lake.ZoneStore;
import equalities.record.LayoutRecogniser;
import equalities.record.Recognition;
import equalities.record.Register;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.UnreadableFile;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which sheets are to be read as what, and which files are set aside. */
final class Tasks {
    private final ZoneStore received;
    private final LayoutRecogniser recogniser;
    private final Map<String, Register> registers;
    private final List<Task> tasks = new ArrayList<>();
    private final List<ReceivedFile> setAside = new ArrayList<>();

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

    void add(ReceivedFile file) throws IOException {
        if (file.reason() != null) {
            setAside.add(file);
            return;
        }
        Path bytes = Received.bytes(received, file.sha256());
        try (SourceFile source = SourceFile.open(bytes, file.fileName())) {
            Recognition.NotRecognised nothing = null;
            int before = tasks.size();
            for (Sheet sheet : source.sheets()) {
                sheet.inspect();
                Recognition recognition = recogniser.recognise(sheet);
                if (recognition instanceof Recognition.Recognised recognised) {
                    tasks.add(task(file, bytes, recognised));
                } else if (nothing == null) {
                    nothing = (Recognition.NotRecognised) recognition;
                }
            }
            if (tasks.size() == before) {
                setAside.add(
                        nothing == null
                                ? file.refused("The workbook has no visible sheet.", "Send the sheet with the rows.")
                                : file.refused(nothing.message(), nothing.fix()));
            }
        } catch (UnreadableFile e) {
            setAside.add(file.refused(e.reason(), e.fix()));
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
