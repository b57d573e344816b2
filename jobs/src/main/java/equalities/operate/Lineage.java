package equalities.operate;

import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.stage.Stage;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.OpenLineageClientException;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Tells, by OpenLineage, which zones each stage reads and which it puts in place: an event when it begins and one when it
 * ends, to a file or a collector. What cannot be told does not fail the run.
 */
public final class Lineage implements AutoCloseable {
    private static final String NAMESPACE = "equalities";

    private final OpenLineage events = new OpenLineage(URI.create("urn:equalities"));
    private final OpenLineageClient client;
    private final Home home;
    private final @Nullable Path landing;

    private Lineage(OpenLineageClient client, Home home, @Nullable Path landing) {
        this.client = client;
        this.home = home;
        this.landing = landing;
    }

    /**
     * Opens the way to whoever is told.
     *
     * @param to {@code http://…}, to which {@code /api/v1/lineage} is added, or a file that lines of JSON are added to
     * @param landing the landing area, or null
     */
    public static Lineage to(String to, Home home, @Nullable Path landing) {
        if (to.startsWith("http:") || to.startsWith("https:")) {
            HttpConfig config = new HttpConfig();
            config.setUrl(URI.create(to));
            return new Lineage(new OpenLineageClient(new HttpTransport(config)), home, landing);
        }
        return new Lineage(new OpenLineageClient(new FileTransport(new FileConfig(to))), home, landing);
    }

    /** One call of a stage, from its beginning to its end. */
    public final class Call {
        private final UUID id = UUID.randomUUID();
        private final Stage stage;

        private Call(Stage stage) {
            this.stage = stage;
            emit(id, stage, EventType.START, null);
        }

        public void done() {
            emit(id, stage, EventType.COMPLETE, null);
        }

        public void failed(String why) {
            emit(id, stage, EventType.FAIL, why);
        }
    }

    /** A stage begins. */
    public Call begin(Stage stage) {
        return new Call(stage);
    }

    private void emit(UUID id, Stage stage, EventType type, @Nullable String why) {
        try {
            client.emit(event(id, stage, type, why));
        } catch (OpenLineageClientException | IOException e) {
            LoggerFactory.getLogger(Lineage.class).error("Nobody could be told what the stage reads and writes", e);
        }
    }

    private OpenLineage.RunEvent event(UUID id, Stage stage, EventType type, @Nullable String why) throws IOException {
        OpenLineage.RunFacetsBuilder facets = events.newRunFacetsBuilder();
        if (why != null) {
            facets.errorMessage(events.newErrorMessageRunFacet(why, "Java", null));
        }
        OpenLineage.JobFacets about = events.newJobFacetsBuilder()
                .documentation(events.newDocumentationJobFacet(stage.does(), "text/plain"))
                .build();
        return events.newRunEvent(
                ZonedDateTime.now(ZoneOffset.UTC),
                type,
                events.newRun(id, facets.build()),
                events.newJob(NAMESPACE, stage.word(), about),
                inputs(stage),
                outputs(stage));
    }

    private List<OpenLineage.InputDataset> inputs(Stage stage) throws IOException {
        if (stage == Stage.RECEIVE) {
            return landing == null
                    ? List.of()
                    : List.of(events.newInputDataset("file", landing.toString(), null, null));
        }
        Zone zone = read(stage);
        return List.of(events.newInputDataset("file", place(zone), facets(zone), null));
    }

    private List<OpenLineage.OutputDataset> outputs(Stage stage) throws IOException {
        List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
        for (Zone zone : written(stage)) {
            outputs.add(events.newOutputDataset("file", place(zone), facets(zone), null));
        }
        return outputs;
    }

    /** The generation in place is the version of the data. */
    private OpenLineage.DatasetFacets facets(Zone zone) throws IOException {
        String generation = String.valueOf(home.zone(zone).current().generation());
        return events.newDatasetFacetsBuilder()
                .version(events.newDatasetVersionDatasetFacet(generation))
                .build();
    }

    private String place(Zone zone) {
        return home.zone(zone).root().toString();
    }

    private static Zone read(Stage stage) {
        return switch (stage) {
            case RECEIVE, STANDARDISE -> Zone.RECEIVED;
            case CONSOLIDATE -> Zone.STANDARD;
            case ANALYSE -> Zone.WAREHOUSE;
            case PROTECT -> Zone.FINDINGS;
            case PUBLISH -> Zone.PROTECTED;
        };
    }

    private static List<Zone> written(Stage stage) {
        return switch (stage) {
            case RECEIVE -> List.of(Zone.RECEIVED);
            case STANDARDISE -> List.of(Zone.STANDARD, Zone.HELD);
            case CONSOLIDATE -> List.of(Zone.WAREHOUSE);
            case ANALYSE -> List.of(Zone.FINDINGS);
            case PROTECT -> List.of(Zone.PROTECTED);
            case PUBLISH -> List.of(Zone.PUBLISHED);
        };
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Lineage.class).error("The way to who is told what stages read did not close", e);
        }
    }
}
