package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker's certificate, which it has signed itself, and the port where it shows it. */
record MqttTls(Path store, Path certificate, int port) {

    /** Not a secret: who reads the file has the key. */
    private static final String PASSWORD = "development";

    private static final String ALIAS = "broker";

    /** Makes one, by the JDK's own tool. */
    static MqttTls in(Path directory, int port) {
        Path store = directory.resolve("keys.p12");
        Path certificate = directory.resolve("certificate.pem");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost");
        keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
        return new MqttTls(store, certificate, port);
    }

    Map<String, String> settings() {
        return Map.of("tls.port", Integer.toString(port), "tls.store", store.toString(), "tls.password", PASSWORD);
    }

    private static void keytool(Path store, String... words) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> common =
                List.of("-alias", ALIAS, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
        List<String> command = new ArrayList<>(List.of(tool, words[0]));
        command.addAll(common);
        command.addAll(List.of(words).subList(1, words.length));
        Command.run(command);
    }
}
