package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One artifact is any process of the topology. */
class TopologyTest {

    private static final String GRAPHQL = "{\"query\":\"{ me { id } }\"}";

    @Test
    void theUserServiceServesUsersOnly() {
        try (RunningApp service =
                World.anotherProcess().with("SERVICE_NAME", "user-service").start()) {
            assertThat(service.send(Request.get("/users")).problem()).isEqualTo("401 unauthenticated");
            assertThat(service.send(Request.get("/auth/profile")).problem()).isEqualTo("404 not_found");
        }
    }

    @Test
    void aServiceTrustsNoSessionThatItCannotCheck() {
        Account account = Account.registered(World.app());
        try (RunningApp service =
                World.anotherProcess().with("SERVICE_NAME", "user-service").start()) {
            Answer answer = service.send(account.get(account.path()));

            assertThat(answer.problem()).isEqualTo("503 service_unavailable");
            assertThat(answer.header("retry-after")).isPresent();
        }
    }

    @Test
    void theAuthServiceSaysThatUsersAreElsewhere() {
        try (RunningApp service =
                World.anotherProcess().with("SERVICE_NAME", "auth-service").start()) {
            assertThat(service.send(Account.login(World.newEmail(), "whatever it is"))
                            .problem())
                    .isEqualTo("503 service_unavailable");
            assertThat(service.send(Request.get("/users")).problem()).isEqualTo("404 not_found");
        }
    }

    @Test
    void modulesOverrideTheTable() {
        try (RunningApp process =
                World.anotherProcess().with("MODULES", "users").start()) {
            assertThat(process.send(Request.get("/auth/profile")).problem()).isEqualTo("404 not_found");
        }
    }

    @Test
    void protocolsNarrowTheEdges() {
        try (RunningApp process =
                World.anotherProcess().with("PROTOCOLS", "rest").start()) {
            assertThat(process.send(Request.post("/graphql", GRAPHQL)).problem())
                    .isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/users")).problem()).isEqualTo("401 unauthenticated");
        }
    }

    @Test
    void theSwitchOfAnEdgeWins() {
        try (RunningApp process = World.anotherProcess()
                .with("PROTOCOLS", "rest,graphql")
                .with("ENABLE_GRAPHQL", "false")
                .start()) {
            assertThat(process.send(Request.post("/graphql", GRAPHQL)).problem())
                    .isEqualTo("404 not_found");
        }
    }

    @Test
    void productionHidesWhatIsForDevelopers() {
        try (RunningApp process = World.anotherProcess()
                .with("NODE_ENV", "production")
                .with("LOG_FORMAT", "pretty")
                .start()) {
            Account account = Account.registered(process);
            Request introspection = account.post("/graphql", "{\"query\":\"{ __schema { types { name } } }\"}");

            assertThat(process.send(Request.get("/api")).problem()).isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/graphiql")).problem()).isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/schemas")).problem()).isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/schemas/graphql")).problem()).isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/asyncapi.json")).problem()).isEqualTo("404 not_found");
            assertThat(process.send(Request.get("/metrics")).problem()).isEqualTo("401 unauthenticated");
            assertThat(process.send(introspection).expect(400).at("/errors/0/extensions/code"))
                    .isEqualTo("invalid_query");
        }
    }
}
