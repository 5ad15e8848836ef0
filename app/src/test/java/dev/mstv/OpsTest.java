package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.discovery.ConsulProcess;
import dev.mstv.platform.grpc.GrpcServer;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators see and change over HTTP. */
class OpsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "correct horse battery";

    private static HttpClient client;
    private static ConsulStub consul;
    private static ApplicationContext process;
    private static String admin;
    private static String user;

    @BeforeAll
    static void start() {
        client = HttpClient.newHttpClient();
        consul = ConsulStub.start();
        process = ConsulProcess.start(consul, Map.of("RATE_LIMIT_WINDOW", "90000"));
        admin = token(process, "admin");
        user = token(process, "user");
    }

    @AfterAll
    static void end() {
        process.close();
        consul.close();
        client.close();
    }

    private static String token(ApplicationContext at, String role) {
        String email = "ada-" + UUID.randomUUID() + "@example.com";
        Sender system = new Sender(at, Caller.SYSTEM);
        if (system.send(new CreateUser(email, PASSWORD, null, role)) instanceof UserCreation.Created
                && system.send(new Login(email, PASSWORD)) instanceof LoginAttempt.LoggedIn(var signedIn)) {
            return signedIn.accessToken();
        }
        throw new IllegalStateException("Cannot sign in as " + email);
    }

    private static HttpRequest.Builder request(ApplicationContext at, String path, String token) {
        URI address = at.getBean(EmbeddedServer.class).getURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(ApplicationContext at, String path, String token)
            throws IOException, InterruptedException {
        return client.send(request(at, path, token).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(ApplicationContext at, String name, String body, String token)
            throws IOException, InterruptedException {
        return client.send(
                request(at, "/ops/flags/" + name, token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode flag(String name) throws IOException, InterruptedException {
        for (JsonNode item :
                JSON.readTree(get(process, "/ops/flags", admin).body()).path("items")) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    private static String code(HttpResponse<String> response) throws IOException {
        return response.statusCode() + " "
                + JSON.readTree(response.body()).path("code").asText();
    }

    // A process that has just started may not have heard of Consul yet.
    private static boolean accepted(String name, String value) {
        try {
            return put(process, name, "{\"value\": \"" + value + "\"}", admin).statusCode() == 202;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theMatrixSaysWhereEachValueComesFrom() throws Exception {
        assertThat(flag("RATE_LIMIT_WINDOW")).isEqualTo(JSON.readTree("""
                {"name": "RATE_LIMIT_WINDOW", "value": "90s", "source": "environment", "key": null, "since": null,
                 "refused": null, "needsRestart": false}
                """));
        assertThat(flag("ENABLE_KAFKA").path("source").asText()).isEqualTo("default");
        assertThat(flag("ENABLE_KAFKA").path("needsRestart").asBoolean()).isTrue();
    }

    @Test
    void aChangeIsAcceptedAndShown() throws Exception {
        assertThat(Polling.until(LIMIT, () -> accepted("LOG_LEVEL", "warn"))).isTrue();
        LiveSettings settings = process.getBean(LiveSettings.class);
        assertThat(Polling.until(LIMIT, () -> settings.logLevel().get().word().equals("warn")))
                .isTrue();
        JsonNode shown = flag("LOG_LEVEL");
        assertThat(shown.path("source").asText() + ' ' + shown.path("key").asText())
                .isEqualTo("consul mstv/config/LOG_LEVEL");
        assertThat(shown.path("since").asText()).startsWith("20").endsWith("Z");
    }

    @Test
    void aValueThatIsRefusedIsShown() throws Exception {
        consul.put("mstv/config/RATE_LIMIT_MAX", "none");
        LiveSettings settings = process.getBean(LiveSettings.class);
        assertThat(Polling.until(LIMIT, () -> settings.all().stream().anyMatch(one -> one.refused() != null)))
                .isTrue();
        assertThat(flag("RATE_LIMIT_MAX").path("refused").path("reason").asText())
                .isEqualTo("is not valid, allowed is a whole number from 1 to 1000000000");
        assertThat(flag("RATE_LIMIT_MAX").path("value").asText()).isEqualTo("1000000");
    }

    @ParameterizedTest
    @CsvSource({
        "LOG_LEVEL,'{\"value\": \"loud\"}',400 validation_failed",
        "LOG_LEVEL,'{\"value\": null}',400 validation_failed",
        "LOG_LEVEL,'{}',400 validation_failed",
        "LOG_LEVEL,'{\"value\": true}',400 wrong_type",
        "LOG_LEVEL,'{\"value\": \"warn\", \"scope\": \"all\"}',400 unknown_field",
        "ENABLE_KAFKA,'{\"value\": \"true\"}',409 needs_restart",
        "JWT_SECRET,'{\"value\": \"true\"}',404 flag_not_found"
    })
    void whatCannotBeIsRefused(String name, String body, String problem) throws Exception {
        assertThat(code(put(process, name, body, admin))).isEqualTo(problem);
    }

    @Test
    void withoutConsulNoProcessChangesAlone() throws Exception {
        ApplicationContext alone = RunningProcess.monolith();
        assertThat(code(put(alone, "LOG_LEVEL", "{\"value\": \"warn\"}", token(alone, "admin"))))
                .isEqualTo("409 consul_off");
    }

    @ParameterizedTest
    @CsvSource({"/ops/flags", "/ops/topology"})
    void onlyAnAdministratorSeesThem(String path) throws Exception {
        assertThat(code(get(process, path, ""))).isEqualTo("401 unauthenticated");
        assertThat(code(get(process, path, user))).isEqualTo("403 forbidden");
    }

    @Test
    void onlyAnAdministratorChangesThem() throws Exception {
        assertThat(code(put(process, "LOG_LEVEL", "{\"value\": \"info\"}", ""))).isEqualTo("401 unauthenticated");
        assertThat(code(put(process, "LOG_LEVEL", "{\"value\": \"info\"}", user)))
                .isEqualTo("403 forbidden");
    }

    @Test
    void theTopologyNamesEveryModuleAndWhereItIs() throws Exception {
        consul.register("u2", "user-service", "u2", 5001, Map.of());
        assertThat(Polling.until(LIMIT, () -> users().size() == 2)).isTrue();
        JsonNode topology = JSON.readTree(get(process, "/ops/topology", admin).body());
        assertThat(topology.path("service").asText()
                        + ' '
                        + topology.path("discovery").asText())
                .isEqualTo("monolith consul");
        int port = process.getBean(GrpcServer.class).port();
        assertThat(users().toString())
                .isEqualTo("[{\"host\":\"127.0.0.1\",\"port\":" + port + "},{\"host\":\"u2\",\"port\":5001}]");
    }

    private static JsonNode users() {
        try {
            JsonNode topology =
                    JSON.readTree(get(process, "/ops/topology", admin).body());
            for (JsonNode service : topology.path("services")) {
                if (service.path("name").asText().equals("user-service")) {
                    return service.at("/modules/0/instances");
                }
            }
            throw new AssertionError("There is no user-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
