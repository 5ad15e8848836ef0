package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PayloadFormatIndicator;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.platform.config.MqttSettings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 5: publishes, and takes commands as one of a group of processes that share them. */
final class Mqtt5Link implements MqttLink {

    /** How many commands this process serves at once: the broker sends no more before one of them is acknowledged. */
    static final int COMMANDS_AT_ONCE = 32;

    static final String COMMANDS = "$share/mstv/commands/#";

    private static final Logger LOG = LoggerFactory.getLogger(Mqtt5Link.class);
    private static final long DAY_SECONDS = 86_400;
    private static final long MINUTE_SECONDS = 60;

    private final Mqtt5AsyncClient client;
    private final Mqtt5Connect connect;
    private final boolean comesBack;
    private final ConnectionState state;

    /**
     * @param id of the client
     * @param packetLimit bytes of the largest packet that is taken; what is larger the broker does not deliver
     */
    Mqtt5Link(MqttSettings settings, String id, int packetLimit, ConnectionState state) {
        Mqtt5ClientBuilder builder =
                MqttLinks.client(settings, id, state).useMqttVersion5().addConnectedListener(context -> begin());
        this.client = settings.username()
                .map(user -> builder.simpleAuth(login(user, settings)))
                .orElse(builder)
                .buildAsync();
        this.state = state;
        this.comesBack = settings.clientId().isPresent();
        this.connect = Mqtt5Connect.builder()
                .cleanStart(false)
                // What was made up for this run nobody asks for again: it need outlast a broken connection only.
                .sessionExpiryInterval(comesBack ? DAY_SECONDS : MINUTE_SECONDS)
                .keepAlive(MqttLinks.KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(COMMANDS_AT_ONCE)
                .maximumPacketSize(packetLimit)
                .applyRestrictions()
                .build();
    }

    @Override
    public CompletableFuture<?> send(MqttMessage message) {
        return client.publish(Mqtt5Publish.builder()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .payloadFormatIndicator(Mqtt5PayloadFormatIndicator.UTF_8)
                .contentType("application/json")
                .correlationData(message.correlation())
                .userProperties(properties(message))
                .build());
    }

    @Override
    public void open(Consumer<Mqtt5Publish> commands) {
        Executor here = Runnable::run;
        // Before it connects: a session that was left behind brings what was published meanwhile at once.
        client.publishes(MqttGlobalPublishFilter.ALL, commands, here, true);
        var unused = client.connect(connect);
    }

    @Override
    public CompletableFuture<Void> close() {
        // Who comes back finds what was published meanwhile; else others get at once what this process had not done.
        return client.disconnectWith()
                .sessionExpiryInterval(comesBack ? DAY_SECONDS : 0)
                .send();
    }

    @Override
    public MqttClientState state() {
        return client.getState();
    }

    // Whenever it is connected: a broker may have lost the session.
    private void begin() {
        if (state.isEnding()) {
            var unused = close();
            return;
        }
        var unused = client.subscribeWith()
                .topicFilter(COMMANDS)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("No commands come by MQTT: {}", failure.getMessage());
                    }
                });
    }

    private static Mqtt5UserProperties properties(MqttMessage message) {
        return Mqtt5UserProperties.of(message.properties().entrySet().stream()
                .map(property -> Mqtt5UserProperty.of(property.getKey(), property.getValue()))
                .toList());
    }

    private static Mqtt5SimpleAuth login(String user, MqttSettings settings) {
        Mqtt5SimpleAuthBuilder.Complete login = Mqtt5SimpleAuth.builder().username(user);
        return settings.password()
                .map(password -> login.password(password.getBytes(StandardCharsets.UTF_8)))
                .orElse(login)
                .build();
    }
}
