package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.platform.composition.Protocol;
import dev.mstv.platform.grpc.GrpcServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process without modules that speaks one protocol: {@code MODULES=none PROTOCOLS=graphql}, and so on. */
class ProtocolSwitchTest {

    private static final int NOT_FOUND = 404;

    private static Split modules;

    @BeforeAll
    static void start() {
        modules = new Split("users,auth,notifications,audit,orders,payments");
    }

    @AfterAll
    static void end() {
        modules.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MQTT")
    void hasTheEdgesOfThatProtocolAndNoOthers(Protocol protocol) {
        Map<String, String> one = Map.of("PROTOCOLS", protocol.name().toLowerCase(Locale.ROOT));
        try (ApplicationContext process = modules.gateway(one)) {
            assertThat(spoken(process)).containsExactly(protocol);
        }
    }

    private static Set<Protocol> spoken(ApplicationContext process) {
        Set<Protocol> spoken = EnumSet.noneOf(Protocol.class);
        Map.of(
                        Protocol.REST, "/users",
                        Protocol.GRAPHQL, "/graphql?query=x",
                        Protocol.WEBSOCKET, "/ws",
                        Protocol.SSE, "/streams/user-events")
                .forEach((protocol, path) -> {
                    if (status(process, path) != NOT_FOUND) {
                        spoken.add(protocol);
                    }
                });
        if (answersGrpc(process)) {
            spoken.add(Protocol.GRPC);
        }
        return spoken;
    }

    private static int status(ApplicationContext process, String path) {
        int port = process.getBean(EmbeddedServer.class).getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean answersGrpc(ApplicationContext process) {
        if (process.findBean(GrpcServer.class).isEmpty()) {
            return false;
        }
        try (GrpcClient client = GrpcClient.of(process)) {
            // Of what has no id; a service that is not there would be UNIMPLEMENTED.
            return GrpcClient.refusal(() -> client.users().getUser(GetUserRequest.getDefaultInstance()))
                    .equals("INVALID_ARGUMENT validation_failed");
        }
    }
}
