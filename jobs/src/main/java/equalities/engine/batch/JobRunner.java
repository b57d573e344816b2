package equalities.engine.batch;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs stages of one home as Spring Batch jobs. The same job of the same home, made from the same, is the same work: when
 * it failed, or its process died, running it again continues it. The caller holds the home's lock, so an execution of
 * this home that the repository calls running at the opening belongs to a dead process and is recovered. Several homes may share
 * a repository.
 */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final String HOME = "home";
    private static final int CHUNK = 50;

    private final ConfigurableApplicationContext context;
    private final JobRepository repository;
    private final JobOperator operator;
    private final String home;

    private JobRunner(ConfigurableApplicationContext context, String home) {
        this.context = context;
        this.home = home;
        RepositoryMigrations.migrate(context.getBean(DataSource.class));
        this.repository = context.getBean(JobRepository.class);
        this.operator = context.getBean(JobOperator.class);
        recover();
    }

    /**
     * Opens the repository, makes or moves on its tables, and recovers what dead processes left of the home.
     *
     * @param home the home whose jobs are run
     */
    public static JobRunner open(RepositorySettings settings, String home) {
        return new JobRunner(context(settings), home);
    }

    private static ConfigurableApplicationContext context(RepositorySettings settings) {
        return new SpringApplicationBuilder(BatchConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.datasource.url",
                        settings.url(),
                        "spring.datasource.username",
                        settings.user(),
                        "spring.datasource.password",
                        settings.password(),
                        "spring.batch.job.enabled",
                        "false",
                        "spring.batch.jdbc.initialize-schema",
                        "never",
                        "spring.jmx.enabled",
                        "false"))
                .run();
    }

    /**
     * Runs a job to its end.
     *
     * @param madeFrom fingerprint of what the job works on
     * @throws JobFailed with the step that failed and why
     */
    public void run(String job, String madeFrom, List<BatchStep> steps) throws JobFailed {
        JobExecution execution = start(job, madeFrom, steps);
        if (!ExitStatus.COMPLETED.getExitCode().equals(execution.getExitStatus().getExitCode())) {
            throw new JobFailed(job, failedStep(execution), cause(execution));
        }
    }

    /** Asks the job that runs to end after the step, or the chunk of items, that it is in. */
    public void stop() {
        for (JobExecution running : running()) {
            try {
                operator.stop(running);
            } catch (JobExecutionNotRunningException endedMeanwhile) {
                LOG.debug("execution {} had ended", running.getId());
            }
        }
    }

    /** Takes words out of what the repository was told; returns how many of its rows had one. */
    public long forget(Collection<String> words) {
        return new RepositoryWords(context.getBean(DataSource.class)).forget(words);
    }

    /** Executions of this home that the repository calls running, of every job. */
    private List<JobExecution> running() {
        return repository.getJobNames().stream()
                .flatMap(job -> repository.findRunningJobExecutions(job).stream())
                .filter(execution -> home.equals(execution.getJobParameters().getString(HOME)))
                .toList();
    }

    private JobExecution start(String job, String madeFrom, List<BatchStep> steps) throws JobFailed {
        try {
            return operator.start(build(job, steps), parameters(job, madeFrom));
        } catch (Exception e) {
            throw new JobFailed(job, "start", e);
        }
    }

    /** Of every job: a process may die after the last step of one that then has nothing new and is not started again. */
    private void recover() {
        for (JobExecution dead : running()) {
            LOG.warn("Execution {} was left by a process that died; it is recovered", dead.getId());
            operator.recover(dead);
        }
    }

    private Job build(String name, List<BatchStep> steps) {
        SimpleJobBuilder builder =
                new JobBuilder(name, repository).listener(new InLog()).start(build(steps.get(0)));
        steps.stream().skip(1).forEach(step -> builder.next(build(step)));
        return builder.build();
    }

    private Step build(BatchStep step) {
        if (step instanceof BatchStep.Once once) {
            return once(once);
        } else if (step instanceof BatchStep.ForEach<?> forEach) {
            return forEach(forEach);
        }
        throw new IllegalStateException("a kind of step that nobody runs");
    }

    private Step once(BatchStep.Once step) {
        return new StepBuilder(step.name(), repository)
                .tasklet(
                        (contribution, chunk) -> {
                            step.body().run();
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private <T> Step forEach(BatchStep.ForEach<T> step) {
        return new StepBuilder(step.name(), repository)
                .<T, T>chunk(CHUNK)
                .reader(new LateReader<>(step.items()))
                .writer(chunk -> {
                    for (T item : chunk) {
                        step.body().run(item);
                    }
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** Work that was done and is asked for again, because what came of it is gone, is numbered. */
    private JobParameters parameters(String job, String madeFrom) {
        for (long again = 0; ; again++) {
            JobParametersBuilder all =
                    new JobParametersBuilder().addString(HOME, home).addString("made from", madeFrom);
            JobParameters parameters = (again == 0 ? all : all.addLong("again", again)).toJobParameters();
            JobExecution last = repository.getLastJobExecution(job, parameters);
            if (last == null) {
                forgetHalfBegun(job, parameters);
            }
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                endSteps(last);
                return parameters;
            }
        }
    }

    /** A process that died between the two rows that begin a job leaves the first alone, and Spring Batch then never starts it. */
    private void forgetHalfBegun(String job, JobParameters parameters) {
        JobInstance begun = repository.getJobInstance(job, parameters);
        if (begun != null) {
            LOG.warn("Job {} was half begun by a process that died; it begins again", begun.getInstanceId());
            repository.deleteJobInstance(begun);
        }
    }

    /** A job that was stopped and did not wait for its step leaves the step running, which nobody does any more. */
    private void endSteps(@Nullable JobExecution last) {
        if (last != null) {
            last.getStepExecutions().stream()
                    .filter(step -> step.getStatus().isRunning())
                    .forEach(step -> {
                        step.setStatus(BatchStatus.STOPPED);
                        step.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
                        repository.update(step);
                    });
        }
    }

    private static String failedStep(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(s -> !s.getFailureExceptions().isEmpty())
                .map(StepExecution::getStepName)
                .findFirst()
                .orElse("?");
    }

    private static Throwable cause(JobExecution execution) {
        List<Throwable> all = execution.getAllFailureExceptions();
        return all.isEmpty() ? new IllegalStateException("the job was stopped") : all.get(0);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Every line of the log that a job writes has the number of its execution. */
    private static final class InLog implements JobExecutionListener {
        @Override
        public void beforeJob(JobExecution execution) {
            MDC.put("job", String.valueOf(execution.getId()));
            LOG.info("begins");
        }

        @Override
        public void afterJob(JobExecution execution) {
            LOG.info("ends {}", execution.getStatus());
            MDC.remove("job");
        }
    }

    /** Asks for its items when the first is read, so that a step sees what the steps before it left. */
    private static final class LateReader<T> implements org.springframework.batch.infrastructure.item.ItemReader<T> {
        private final BatchStep.Items<T> items;
        private @Nullable ListItemReader<T> list;

        LateReader(BatchStep.Items<T> items) {
            this.items = items;
        }

        @Override
        public @Nullable T read() throws Exception {
            ListItemReader<T> reader = list;
            if (reader == null) {
                reader = new ListItemReader<>(items.get());
                list = reader;
            }
            return reader.read();
        }
    }
}
