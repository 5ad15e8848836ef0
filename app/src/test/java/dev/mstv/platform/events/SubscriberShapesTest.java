package dev.mstv.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.RunningProcess;
import dev.mstv.platform.events.catalogue.Catalogue;
import dev.mstv.platform.events.catalogue.CataloguedEvent;
import io.micronaut.context.ApplicationContext;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What subscribers read of events is what the published schemas promise. */
class SubscriberShapesTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private static List<String> faults(Subscription subscription) {
        List<String> faults = new ArrayList<>();
        subscription.shapes().forEach((type, shape) -> {
            Optional<CataloguedEvent> published =
                    PROCESS.getBean(Catalogue.class).newest(type);
            if (published.isEmpty()) {
                faults.add(subscription.name() + " reads " + type + ", which nobody publishes");
            } else {
                compare(subscription.name() + " " + type, shape, published.get().schema(), "", published.get(), faults);
            }
        });
        return faults;
    }

    private static void compare(
            String who, Class<?> shape, JsonNode schema, String path, CataloguedEvent event, List<String> faults) {
        for (RecordComponent component : shape.getRecordComponents()) {
            String field = path + component.getName();
            JsonNode property = schema.path("properties").path(component.getName());
            boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean promised = false;
            for (JsonNode name : schema.path("required")) {
                promised |= name.asText().equals(component.getName());
            }
            if (property.isMissingNode()) {
                faults.add(who + ": there is no " + field);
            } else if (required && (!promised || event.personal().contains(field))) {
                faults.add(who + ": " + field + " is not always there");
            } else if (component.getType().isRecord()) {
                compare(who, component.getType(), property, field + '.', event, faults);
            }
        }
    }

    @Test
    void everySubscriberReadsWhatIsPublished() {
        assertThat(PROCESS.getBeansOfType(Subscriber.class).stream()
                        .flatMap(subscriber -> faults(subscriber.subscription()).stream()))
                .isEmpty();
    }

    private record Misread(UUID userId, String email, String shoeSize) {}

    @Test
    void whatNobodyPromisesIsFound() {
        assertThat(faults(Subscription.named("users.misread")
                        .on("user.registered", Misread.class, (event, about) -> {})
                        .on("user.promoted", Misread.class, (event, about) -> {})))
                .containsExactlyInAnyOrder(
                        "users.misread user.registered: email is not always there",
                        "users.misread user.registered: there is no shoeSize",
                        "users.misread reads user.promoted, which nobody publishes");
    }
}
