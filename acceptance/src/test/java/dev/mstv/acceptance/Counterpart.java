package dev.mstv.acceptance;

import dev.mstv.devstack.Mqtt;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What clients speak to, and those clients. Not thread-safe. */
final class Counterpart implements AutoCloseable {

    private final Map<Tongue, Speaker> speakers = new EnumMap<>(Tongue.class);
    private final RunningApp app;
    private final Optional<Mqtt> broker;

    private Counterpart(RunningApp app, Optional<Mqtt> broker) {
        this.app = app;
        this.broker = broker;
    }

    /** The application that most tests share. */
    static Counterpart shared() {
        return new Counterpart(World.app(), Optional.empty());
    }

    /** A process of its own, with a broker of its own. */
    static Counterpart withBroker(Launch launch) {
        Mqtt broker = Mqtt.temporary();
        Launch connected = launch.with("ENABLE_MQTT", "true").with("MQTT_BROKER_URL", broker.url());
        return new Counterpart(connected.start(), Optional.of(broker));
    }

    RunningApp app() {
        return app;
    }

    int brokerPort() {
        return broker.orElseThrow().port();
    }

    Speaker speaker(Tongue tongue) {
        return speakers.computeIfAbsent(tongue, wanted -> wanted.speaker(this));
    }

    @Override
    public void close() {
        speakers.values().forEach(Speaker::close);
        broker.ifPresent(own -> {
            app.close();
            own.close();
        });
    }
}
