package equalities.engine.batch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Words in the texts of the job repository: messages, parameters and what steps kept. */
final class RepositoryWords {
    private static final String INSTEAD = "erased";

    /** Spring Batch's tables, and their columns that hold text of ours. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "BATCH_JOB_EXECUTION", List.of("EXIT_MESSAGE"),
            "BATCH_STEP_EXECUTION", List.of("EXIT_MESSAGE"),
            "BATCH_JOB_EXECUTION_PARAMS", List.of("PARAMETER_VALUE"));

    private static final List<String> CONTEXTS = List.of("BATCH_JOB_EXECUTION_CONTEXT", "BATCH_STEP_EXECUTION_CONTEXT");

    private final JdbcTemplate jdbc;

    RepositoryWords(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    long forget(Collection<String> words) {
        long touched = 0;
        for (String word : words) {
            for (Map.Entry<String, List<String>> table : TEXTS.entrySet()) {
                for (String column : table.getValue()) {
                    touched += jdbc.update(
                            "update " + table.getKey() + " set " + column + " = ? where " + column + " like ?",
                            INSTEAD,
                            "%" + word + "%");
                }
            }
            for (String context : CONTEXTS) {
                touched += jdbc.update(
                        "delete from " + context + " where SHORT_CONTEXT like ? or SERIALIZED_CONTEXT like ?",
                        "%" + word + "%",
                        "%" + word + "%");
            }
        }
        return touched;
    }
}
