package equalities.engine.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkEngineTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void a_task_without_memory_fails_its_job_and_not_the_process() throws Exception {
        try (SparkEngine spark = new SparkEngine("local[1]", folder, List.of(), Map.of())) {
            assertThatThrownBy(() -> spark.context().parallelize(List.of(1)).foreach(row -> {
                        throw new OutOfMemoryError("Java heap space");
                    }))
                    .hasMessageContaining("java.lang.OutOfMemoryError");
        }
    }
}
