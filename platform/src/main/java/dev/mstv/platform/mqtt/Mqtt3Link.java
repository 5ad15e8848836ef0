package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.platform.config.MqttSettings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** MQTT 3.1.1: publishes only. It has no place for a token, for where the answer goes, or for whose answer it is. */
final class Mqtt3Link implements MqttLink {

    private final Mqtt3AsyncClient client;
    private final boolean comesBack;

    Mqtt3Link(MqttSettings settings, String id, ConnectionState state) {
        Mqtt3ClientBuilder builder = MqttLinks.client(settings, id, state).useMqttVersion3();
        this.client = settings.username()
                .map(user -> builder.simpleAuth(login(user, settings)))
                .orElse(builder)
                .buildAsync();
        this.comesBack = settings.clientId().isPresent();
    }

    @Override
    public CompletableFuture<?> send(MqttMessage message) {
        return client.publish(Mqtt3Publish.builder()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .build());
    }

    @Override
    public void open(Consumer<Mqtt5Publish> commands) {
        var unused = client.connectWith()
                // A session of this version never ends by itself: only who comes back may leave one.
                .cleanSession(!comesBack)
                .keepAlive(MqttLinks.KEEP_ALIVE_SECONDS)
                .send();
    }

    @Override
    public CompletableFuture<Void> close() {
        return client.disconnect();
    }

    @Override
    public MqttClientState state() {
        return client.getState();
    }

    private static Mqtt3SimpleAuth login(String user, MqttSettings settings) {
        Mqtt3SimpleAuthBuilder.Complete login = Mqtt3SimpleAuth.builder().username(user);
        return settings.password()
                .map(password -> login.password(password.getBytes(StandardCharsets.UTF_8)))
                .orElse(login)
                .build();
    }
}
