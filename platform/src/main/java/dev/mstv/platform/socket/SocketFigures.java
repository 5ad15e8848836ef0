package dev.mstv.platform.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** What can be measured of sockets. Thread-safe. */
final class SocketFigures {

    private final MeterRegistry meters;
    private final Counter received;
    private final Counter sent;

    SocketFigures(MeterRegistry meters, Collection<Socket> open) {
        this.meters = meters;
        this.received = messages("in");
        this.sent = messages("out");
        Gauge.builder("mstv.socket.open", open, Collection::size)
                .description("Sockets that are open, those included whose client has not signed in yet")
                .register(meters);
    }

    private Counter messages(String direction) {
        return Counter.builder("mstv.socket.messages")
                .description("Messages over sockets")
                .tag("direction", direction)
                .register(meters);
    }

    void received() {
        received.increment();
    }

    void sent() {
        sent.increment();
    }

    /** Counts an end: the code that this side gave, {@code client} or {@code lost}. */
    void closed(String code) {
        Counter.builder("mstv.socket.closes")
                .description("Sockets that ended, by the code that this side gave, or else how")
                .tag("code", code)
                .register(meters)
                .increment();
    }
}
