package dev.mstv.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The MQTT broker, if there is one.
 *
 * @param address as {@code mqtt://} or {@code mqtts://}, with host and port; empty if none is named
 * @param username empty if the broker wants no login
 * @param password empty if there is no user, or one without a password. Never printed.
 * @param trusted whom {@code mqtts} trusts; empty for those that the JDK trusts
 * @param version of the protocol
 * @param clientId of this process alone; empty for one that is made up
 */
public record MqttSettings(
        Optional<URI> address,
        Optional<String> username,
        Optional<String> password,
        List<X509Certificate> trusted,
        Version version,
        Optional<String> clientId) {

    private static final String ALLOWED = "mqtt://host:port or mqtts://host:port";
    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** The versions of the protocol that are spoken. */
    public enum Version {
        MQTT_5,
        MQTT_3_1_1;

        private static Version of(String text) {
            return switch (text) {
                case "5" -> MQTT_5;
                case "3.1.1" -> MQTT_3_1_1;
                default -> throw new IllegalArgumentException();
            };
        }
    }

    public MqttSettings {
        trusted = List.copyOf(trusted);
    }

    static MqttSettings read(Variables variables) {
        MqttSettings settings = new MqttSettings(
                variables.parsed("MQTT_BROKER_URL", Optional.empty(), ALLOWED, text -> Optional.of(address(text))),
                variables.text("MQTT_USERNAME"),
                variables.text("MQTT_PASSWORD"),
                variables.parsed(
                        "MQTT_CA_PATH", List.of(), "a readable PEM file of certificates", MqttSettings::certificates),
                variables.parsed("MQTT_VERSION", Version.MQTT_5, "5 or 3.1.1", Version::of),
                variables.parsed(
                        "MQTT_CLIENT_ID",
                        Optional.empty(),
                        "1 to 128 characters of letters, digits and ._:-",
                        text -> Optional.of(clientId(text))));
        settings.refuseGaps(variables);
        return settings;
    }

    /** Notes as a fault that MQTT is on and nobody has said where its broker is. */
    public void require(boolean on, Variables variables) {
        if (on && !variables.present("MQTT_BROKER_URL")) {
            variables.fault("MQTT_BROKER_URL", "is missing where MQTT is on, allowed is " + ALLOWED);
        }
    }

    /** Whether the connection is by TLS. */
    public boolean tls() {
        return address.filter(to -> "mqtts".equals(to.getScheme())).isPresent();
    }

    @Override
    public String toString() {
        return "MqttSettings[" + address.map(URI::toString).orElse("none") + ", " + version + ']';
    }

    private void refuseGaps(Variables variables) {
        if (password.isPresent() && username.isEmpty()) {
            variables.fault("MQTT_USERNAME", "is missing, and MQTT_PASSWORD is set");
        }
        if (!trusted.isEmpty() && address.isPresent() && !tls()) {
            variables.fault("MQTT_CA_PATH", "is set, and MQTT_BROKER_URL is not mqtts://");
        }
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        boolean tls = "mqtts".equals(address.getScheme());
        boolean bare = address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
        if (!bare || !(tls || "mqtt".equals(address.getScheme()))) {
            throw new IllegalArgumentException();
        }
        int port = address.getPort() < 0 ? (tls ? TLS_PORT : PORT) : address.getPort();
        return URI.create(address.getScheme() + "://" + address.getHost() + ':' + port);
    }

    private static List<X509Certificate> certificates(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("No certificate");
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String clientId(String text) {
        if (!CLIENT_ID.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
