package dev.mstv.audit.application;

import dev.mstv.audit.AuditEntry;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.ImpersonalData;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Remembers every event, without what is personal: whoever is erased needs not be erased here. */
@Singleton
final class RecordTrail implements Subscriber {

    private final Trail trail;
    private final ImpersonalData impersonal;

    RecordTrail(Trail trail, ImpersonalData impersonal) {
        this.trail = trail;
        this.impersonal = impersonal;
    }

    @Override
    public Subscription subscription() {
        return Subscription.named("audit.trail").onAnyOther((data, event) -> trail.add(entry(event)));
    }

    private AuditEntry entry(Envelope event) {
        return new AuditEntry(
                event.id(),
                event.module(),
                event.type(),
                event.schemaVersion(),
                event.stream(),
                event.version(),
                event.actor(),
                event.occurredAt(),
                event.requestId(),
                traceId(event.traceparent()),
                event.causationId(),
                impersonal.of(event).orElse(null));
    }

    // What is malformed begins another trace, which is not the event's.
    private static @Nullable String traceId(@Nullable String traceparent) {
        String traceId = Trace.continued(traceparent).traceId();
        return traceparent != null && traceparent.contains(traceId) ? traceId : null;
    }
}
