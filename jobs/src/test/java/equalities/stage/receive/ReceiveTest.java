package equalities.stage.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.engine.batch.BatchStep;
import equalities.lake.Home;
import equalities.lake.ReceivedFiles;
import equalities.lake.Registers;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import equalities.stage.Progress;
import equalities.stage.StageWork.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiveTest {
    private static final String PROVIDERS = "Provider Code,Name,Kind\nAD01,Advocacy One,advocacy\n";
    private static final String SITES = "Site Code,Name,Site Type,Hospital Provider,Advocacy Provider,Commissioner,"
            + "Wards,Wards With Advocacy Access\nS1,Site,urban,NT1,AD01,E01,2,1\n";

    @TempDir
    Path folder;

    private Path register;

    @BeforeEach
    void land() throws IOException {
        register = Files.createDirectories(folder.resolve("landing/2025-26-Q1/register"));
        Files.writeString(register.resolve("providers.csv"), PROVIDERS);
        Files.writeString(register.resolve("sites.csv"), SITES);
        Path provider = Files.createDirectories(folder.resolve("landing/2025-26-Q1/AD01"));
        Files.writeString(provider.resolve("cases.csv"), "a,b\n");
    }

    @Test
    void a_register_of_which_a_file_goes_while_it_is_read_is_not_put_in_place() throws Exception {
        Plan plan = receive().plan();
        Files.delete(register.resolve("sites.csv"));
        assertThatThrownBy(() -> run(plan))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The register of 2025-26-Q1 changed or went while it was read (" + register);
        assertThat(received().current().generation()).isZero();
        Files.writeString(register.resolve("sites.csv"), SITES);
        run(receive().plan());
        assertThat(Registers.of(received(), "2025-26-Q1").orElseThrow().resolve("sites.csv"))
                .hasContent(SITES);
    }

    private static void run(Plan plan) throws Exception {
        for (BatchStep step : plan.steps()) {
            if (step instanceof BatchStep.Once once) {
                once.body().run();
            } else if (step instanceof BatchStep.ForEach<?> each) {
                forEach(each);
            }
        }
    }

    private static <T> void forEach(BatchStep.ForEach<T> step) throws Exception {
        for (T item : step.items().get()) {
            step.body().run(item);
        }
    }

    private Receive receive() throws IOException {
        LandingArea landing = new LandingArea(folder.resolve("landing"), Optional.empty());
        ReceivedFiles bytes = ReceivedFiles.of(received(), ZoneKeys.NONE);
        return new Receive(landing, received(), bytes, Clock.systemUTC(), Progress.silent());
    }

    private ZoneStore received() {
        return new Home(folder.resolve("home")).zone(Zone.RECEIVED);
    }
}
