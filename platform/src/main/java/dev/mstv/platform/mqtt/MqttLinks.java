package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import dev.mstv.platform.config.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;

/** Sets up what both versions of the protocol have in common. */
final class MqttLinks {

    /** Of silence, after which each side asks whether the other is there. */
    static final int KEEP_ALIVE_SECONDS = 10;

    private static final long CONNECT_MILLIS = 5_000;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private MqttLinks() {}

    static MqttClientBuilder client(MqttSettings settings, String id, ConnectionState state) {
        return MqttClient.builder()
                .identifier(id)
                .transportConfig(transport(settings))
                .executorConfig()
                .nettyThreads(1)
                .applyExecutorConfig()
                // Exponential, with jitter.
                .automaticReconnect()
                .initialDelay(FIRST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> state.connected())
                .addDisconnectedListener(context -> {
                    state.disconnected(context.getCause());
                    if (state.isEnding()) {
                        context.getReconnector().reconnect(false);
                    }
                });
    }

    private static MqttClientTransportConfig transport(MqttSettings settings) {
        URI address = settings.address().orElseThrow();
        MqttClientTransportConfigBuilder transport = MqttClientTransportConfig.builder()
                .serverHost(host(address))
                .serverPort(address.getPort())
                .socketConnectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS);
        if (!settings.tls()) {
            return transport.build();
        }
        // Without a verifier of our own the JDK compares the host's name, as HTTPS does (RFC 2818).
        return transport.sslConfig(tls(settings.trusted())).build();
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static MqttClientSslConfig tls(List<X509Certificate> trusted) {
        if (trusted.isEmpty()) {
            return MqttClientSslConfig.builder().build();
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : trusted) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return MqttClientSslConfig.builder().trustManagerFactory(managers).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every JDK keeps certificates in memory", e);
        }
    }
}
