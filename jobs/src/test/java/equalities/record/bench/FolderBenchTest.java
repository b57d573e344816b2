package equalities.record.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBenchTest {
    @TempDir
    Path folder;

    @Test
    void files_of_a_folder_are_scored_by_what_stands_under_their_names_and_written_plainly() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path clean = Files.createDirectories(folder.resolve("clean"));
        Files.writeString(files.resolve("one.csv"), "A title\n\nWard;Seen\nOak;12\n'Ash; low';7\n");
        Files.writeString(clean.resolve("one.csv"), "Ward,Seen\r\nOak,12\r\nAsh; low,7\r\n");
        Files.writeString(files.resolve("two.csv"), "Ward,Seen\nOak,12\nElm,3\n");
        Files.writeString(clean.resolve("two.csv"), "Ward,Seen\r\nOak,12\r\nElm,4\r\n");
        List<ReadingBench.Result> results = FolderBench.measure(files, clean, folder.resolve("read"));
        assertThat(results.get(0).score()).isEqualTo(10);
        assertThat(results.get(1).score()).isLessThan(9);
        assertThat(folder.resolve("read/one.csv")).hasSameTextualContentAs(clean.resolve("one.csv"));
    }
}
