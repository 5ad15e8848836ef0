package dev.mstv.platform.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Channels;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.Pushes;
import graphql.schema.DataFetcher;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes subscriptions of channels. Thread-safe. */
@Singleton
public final class Subscriptions {

    private static final int AT_ONCE = 16;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Channels channels;
    private final Pushes pushes;
    private final ObjectMapper json;

    Subscriptions(Channels channels, Pushes pushes, ObjectMapper json) {
        this.channels = channels;
        this.pushes = pushes;
        this.json = json;
    }

    /** Tells each caller what they may hear of a channel, as {@code PushEvent}. */
    public DataFetcher<Publisher<?>> of(String channel) {
        return environment -> open(channel, CallContext.current());
    }

    private Publisher<?> open(String channel, CallContext call) {
        Audience audience = channels.audience(channel, call.caller());
        SubscribedPushes subscribed = new SubscribedPushes();
        subscribed.hears(pushes.listen(Set.of(audience), subscribed));
        // Each push makes an execution, which is not the business of the thread that tells everybody.
        Scheduler apart = Schedulers.fromExecutor(task -> {
            Thread unused = Thread.startVirtualThread(() -> {
                boolean unusedDone = call.call(() -> {
                    task.run();
                    return true;
                });
            });
        });
        return Flux.from(subscribed.pushes()).publishOn(apart, AT_ONCE).map(this::event);
    }

    private PushEvent event(Push push) {
        try {
            return new PushEvent(
                    push.id(),
                    push.event(),
                    push.subject(),
                    json.readValue(push.data(), OBJECT),
                    push.at(),
                    push.requestId(),
                    push.traceId());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of a push is an object", e);
        }
    }
}
