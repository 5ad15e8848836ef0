package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.Upcasters;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nobody who reads our events finds them changed; {@code ./mstv schemas} writes what may be published, and then asks again. */
class PublishedSchemasTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final PublishedSchemas schemas = new PublishedSchemas(
            Path.of("../docs/events"), PROCESS.getBean(EventTypes.class), PROCESS.getBean(Upcasters.class));

    @Test
    void everyEventIsAsItWasPublished() {
        if (Boolean.getBoolean("mstv.schemas.update")) {
            schemas.update();
        }
        assertThat(schemas.faults()).isEmpty();
    }
}
