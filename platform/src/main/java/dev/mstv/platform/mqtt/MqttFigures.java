package dev.mstv.platform.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What was published and served, as metrics. */
@Singleton
final class MqttFigures {

    private final Counter published;
    private final Counter unpublished;
    private final Counter fulfilled;
    private final Counter refused;
    private final Counter ignored;

    MqttFigures(MeterRegistry meters) {
        this.published = publishes(meters, "ok");
        this.unpublished = publishes(meters, "failed");
        this.fulfilled = commands(meters, "ok");
        this.refused = commands(meters, "refused");
        this.ignored = commands(meters, "ignored");
    }

    void published(int messages) {
        published.increment(messages);
    }

    void unpublished(int messages) {
        unpublished.increment(messages);
    }

    void fulfilled() {
        fulfilled.increment();
    }

    void refused() {
        refused.increment();
    }

    /** Neither carried out nor answered. */
    void ignored() {
        ignored.increment();
    }

    long publishedSoFar() {
        return (long) published.count();
    }

    long unpublishedSoFar() {
        return (long) unpublished.count();
    }

    long commandsSoFar() {
        return (long) (fulfilled.count() + refused.count() + ignored.count());
    }

    private static Counter publishes(MeterRegistry meters, String result) {
        return Counter.builder("mstv.mqtt.published")
                .description("Messages that the MQTT broker was to take, each attempt counted")
                .tag("result", result)
                .register(meters);
    }

    private static Counter commands(MeterRegistry meters, String result) {
        return Counter.builder("mstv.mqtt.commands")
                .description("Commands and queries that came by MQTT")
                .tag("result", result)
                .register(meters);
    }
}
