package dev.mstv.platform.events;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** Where every subscriber runs in this process and no broker is on: events go to them directly. */
@Singleton
@Requires(property = EventTransport.PROPERTY, value = EventTransport.LOCAL)
final class LocalTransport implements Transport {

    private final Deliveries deliveries;

    LocalTransport(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void send(List<Envelope> events) {
        deliveries.deliver(events);
    }
}
