package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and developers look at. */
@InEveryShape
class PagesTest {

    private final RunningApp app = World.app();

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void healthIsUp(String path) {
        assertThat(app.send(Request.get(path)).expect(200).text()).isEqualTo("{\"status\":\"up\"}");
    }

    @ParameterizedTest
    @CsvSource({"/api, text/html", "/graphiql, text/html", "/api-json, application/json", "/metrics, text/plain"})
    void pagesAreServed(String path, String type) {
        assertThat(app.send(Request.get(path))
                        .expect(200)
                        .header("content-type")
                        .orElseThrow())
                .startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/graphiql"})
    void pagesNeedNothingFromElsewhere(String path) {
        assertThat(app.send(Request.get(path)).expect(200).text()).doesNotContain("http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/register",
                "/auth/login",
                "/auth/refresh",
                "/auth/logout",
                "/auth/profile",
                "/auth/users",
                "/auth/sessions",
                "/auth/sessions/{id}",
                "/auth/abilities",
                "/auth/password/change",
                "/.well-known/jwks.json",
                "/users",
                "/users/{id}",
                "/audit",
                "/audit/verify"
            })
    void theDescriptionHasEveryCall(String path) {
        assertThat(app.send(Request.get("/api-json")).json().path("paths").has(path))
                .isTrue();
    }

    @Test
    void theDescriptionIsOfOpenApi31() {
        assertThat(app.send(Request.get("/api-json")).at("/openapi")).startsWith("3.1");
    }

    @Test
    void metricsCountMessages() {
        Account.registered(app);

        assertThat(app.send(Request.get("/metrics")).text()).contains("mstv_bus_messages_seconds_count");
    }
}
