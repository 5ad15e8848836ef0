package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.discovery.ConsulProcess;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway reaches a module by what Consul says of it. */
class ConsulBusTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final GetUser NOBODY = new GetUser(new UUID(1, 1));

    private final Map<String, String> environment = new HashMap<>();
    private ConsulStub consul;
    private ApplicationContext gateway;
    private ApplicationContext users;

    @BeforeEach
    void start() {
        consul = ConsulStub.start();
        environment.put("DATABASE_URL", RunningProcess.newDatabase());
        environment.put("SERVICE_NAME", "user-service");
        gateway = ConsulProcess.gateway(consul);
        users = ConsulProcess.start(consul, environment);
        assertThat(Polling.until(LIMIT, this::answered)).isTrue();
    }

    @AfterEach
    void end() {
        gateway.close();
        users.close();
        consul.close();
    }

    private Sender system() {
        return new Sender(gateway, Caller.SYSTEM);
    }

    private boolean answered() {
        try {
            return system().ask(NOBODY).isEmpty();
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    void aCommandIsRunThere() {
        assertThat(system().send(new CreateUser("ada@example.com", "correct horse battery", null, "user")))
                .isInstanceOf(UserCreation.Created.class);
    }

    @Test
    void itIsReachedWhileConsulIsAway() {
        consul.stop();
        assertThat(answered()).isTrue();
    }

    @Test
    void anotherProcessTakesOverWithoutAGap() {
        ApplicationContext other = ConsulProcess.start(consul, environment);
        assertThat(Polling.until(LIMIT, () -> consul.healthy("user-service").size() == 2))
                .isTrue();
        EmbeddedServer stopping = users.getBean(EmbeddedServer.class);
        users = other;
        Thread stop = Thread.ofVirtual().start(() -> Shutdown.of(stopping));
        while (stop.isAlive()) {
            assertThat(answered()).isTrue();
        }
        assertThat(answered()).isTrue();
    }

    @Test
    void nobodyAnswersOnceTheLastIsGone() {
        users.close();
        assertThat(system().refused(NOBODY).code()).isEqualTo("service_unavailable");
    }
}
