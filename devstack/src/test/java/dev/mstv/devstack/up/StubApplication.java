package dev.mstv.devstack.up;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for the application: serves its port, ends when it is told to, says what it was given. */
final class StubApplication {

    private StubApplication() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("STUB_EXIT_CODE") != null) {
            System.out.println("stub gives up");
            System.exit(Integer.parseInt(System.getenv("STUB_EXIT_CODE")));
        }
        Path secrets = Path.of(".mstv", "secrets.env");
        Files.createDirectories(Path.of(".mstv"));
        Files.writeString(secrets, "ADMIN_PASSWORD=first-password\n");
        System.out.println("stub uses " + System.getenv("DATABASE_URL"));
        List.of(
                        "SERVICE_NAME",
                        "MODULES",
                        "SERVICES",
                        "ENABLE_KAFKA",
                        "KAFKA_BROKERS",
                        "ENABLE_MQTT",
                        "MQTT_BROKER_URL",
                        "ENABLE_REDIS_CACHE",
                        "REDIS_URL",
                        "ENABLE_EMAIL_SERVICE",
                        "SMTP_HOST",
                        "SMTP_PORT",
                        "SMTP_FROM",
                        "READ_MODEL",
                        "MONGODB_URL")
                .forEach(name -> System.out.println("stub is told " + name + "=" + System.getenv(name)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stub drained")));
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("PORT")));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"status\": \"up\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/die", exchange -> Runtime.getRuntime().halt(42));
        server.start();
    }
}
