package equalities.cli;

import equalities.engine.batch.JobFailed;
import equalities.engine.batch.RepositoryLock;
import equalities.engine.duckdb.QueryException;
import equalities.erasure.Erasure;
import equalities.erasure.KeyFile;
import equalities.lake.HomeLock;
import equalities.lake.WrongKey;
import equalities.record.RegisterException;
import equalities.spec.SpecificationException;
import equalities.stage.StageRefused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What went wrong, in words for a person and an exit code for a script; the log has the rest. */
final class Failures {
    private Failures() {}

    /** The exit code of a failure. */
    static ExitCode codeOf(Throwable failure) {
        return code(cause(failure));
    }

    /** What went wrong, in words for a person. */
    static String messageOf(Throwable failure) {
        return message(cause(failure));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof JobFailed failed ? Pipeline.cause(failed) : failure;
    }

    static int tell(Throwable failure) {
        Throwable cause = cause(failure);
        ExitCode code = code(cause);
        if (code == ExitCode.STOPPED) {
            return code.number(); // Whoever stopped it was told already.
        }
        System.err.println(message(cause));
        if (failure instanceof JobFailed) {
            System.err.println(failure.getMessage() + ". Run the same command again: it continues there.");
        }
        if (code == ExitCode.FAILED) {
            LoggerFactory.getLogger(Failures.class).error("The command failed", failure);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("status", code.word());
        summary.put("exit", code.number());
        summary.put("message", message(cause));
        System.out.println(Summaries.json(summary));
        return code.number();
    }

    private static ExitCode code(Throwable cause) {
        if (cause instanceof UsageException) {
            return ExitCode.USAGE;
        } else if (cause instanceof Stopped) {
            return ExitCode.STOPPED;
        } else if (cause instanceof HomeLock.HeldByAnother
                || cause instanceof RepositoryLock.HeldByAnother
                || isDiskFull(cause)) {
            return ExitCode.TRY_LATER;
        } else if (cause instanceof SpecificationException
                || cause instanceof StageRefused
                || cause instanceof WrongKey
                || cause instanceof Erasure.AnotherUnderWay
                || cause instanceof KeyFile.Refused
                || cause instanceof QueryException
                || cause instanceof RegisterException) {
            return ExitCode.REFUSED;
        }
        return ExitCode.FAILED;
    }

    /** Java says so by an error of its own, and Spark by its words: what went wrong in a task comes as text. */
    private static boolean isHeapTooSmall(Throwable cause) {
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            String message = String.valueOf(deeper.getMessage());
            if (deeper instanceof OutOfMemoryError
                    || message.contains("java.lang.OutOfMemoryError")
                    || message.contains("INVALID_DRIVER_MEMORY")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDiskFull(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && message.contains("No space left");
    }

    private static String message(Throwable cause) {
        if (isHeapTooSmall(cause)) {
            return "Java's heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB is too small for this. Give it"
                    + " more, such as EQUALITIES_JAVA_OPTIONS=-Xmx4g, and run the same again.";
        }
        String message = cause.getMessage();
        if (cause instanceof NoSuchFileException) {
            return "There is no file or folder " + message + ". Mend its name, or make the folder it lies in.";
        }
        if (cause instanceof AccessDeniedException) {
            return "This user may not read or write " + message + ". Mend its rights, or run as its owner.";
        }
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        // What an engine says goes on with its plan; the log has all of it.
        return code(cause) == ExitCode.FAILED ? message.lines().findFirst().orElseThrow() : message;
    }
}
