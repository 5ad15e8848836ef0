package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client that keeps itself connected, in one version of the protocol. Thread-safe, and does not block. */
interface MqttLink {

    /** Sends a message; done when the broker has it for good. What is sent by one thread arrives in that order. */
    CompletableFuture<?> send(MqttMessage message);

    /**
     * Connects, and does so again whenever the connection ends, with growing pauses.
     *
     * @param commands gets what others publish for us, each to be acknowledged once it is done
     */
    void open(Consumer<Mqtt5Publish> commands);

    /** Disconnects for good. */
    CompletableFuture<Void> close();

    MqttClientState state();

    default boolean connected() {
        return state().isConnected();
    }
}
