package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.devstack.Ports;
import dev.mstv.payments.PaymentSettings;
import dev.mstv.platform.bus.Handler;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.events.Upcaster;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.AdministratorSettings;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserView;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.core.type.Argument;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which processes start, and what they cannot do. */
class StartTest {

    private static final class SecondHandler implements QueryHandler<GetUser, Optional<Versioned<UserView>>> {
        @Override
        public Optional<Versioned<UserView>> handle(GetUser query) {
            return Optional.empty();
        }
    }

    private static final class NeedlessUpcaster implements Upcaster {
        @Override
        public String type() {
            return "user.registered";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode data) {
            return data;
        }
    }

    private static ApplicationContextBuilder monolith() {
        Variables variables = RunningProcess.variables(Map.of());
        Composition composition = Topology.composition(Topology.Service.MONOLITH, variables);
        Settings settings = Settings.read(variables, 0);
        PaymentSettings payments = PaymentSettings.read(variables, settings.mode());
        return ApplicationContext.builder()
                .properties(composition.properties())
                .properties(payments.properties())
                .singletons(
                        settings,
                        new LiveSettings(variables),
                        composition,
                        Topology.table(variables),
                        AdministratorSettings.read(variables, settings.mode()),
                        payments)
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                .banner(false);
    }

    @Test
    void twoHandlersOfOneMessageStopIt() {
        try (ApplicationContext context = monolith().build()) {
            context.registerBeanDefinition(RuntimeBeanDefinition.builder(SecondHandler.class, SecondHandler::new)
                    .singleton(true)
                    .exposedTypes(SecondHandler.class, QueryHandler.class, Handler.class)
                    .typeArguments(Handler.class, Argument.of(GetUser.class), Argument.of(Optional.class))
                    .build());
            assertThatThrownBy(context::start).rootCause().hasMessage("Two handlers for users.get_user");
        }
    }

    @Test
    void aMessageWithoutAHandlerStopsIt() {
        Map<String, Object> switchedOff = Topology.composition(Topology.Service.API_GATEWAY, new Variables(Map.of()))
                .properties();
        try (ApplicationContext context = monolith().properties(switchedOff).build()) {
            assertThatThrownBy(context::start).rootCause().hasMessageMatching("No handler for [a-z]+\\.[a-z_]+");
        }
    }

    @Test
    void anUpcasterThatLeadsNowhereStopsIt() {
        try (ApplicationContext context = monolith().build()) {
            context.registerBeanDefinition(RuntimeBeanDefinition.builder(NeedlessUpcaster.class, NeedlessUpcaster::new)
                    .singleton(true)
                    .exposedTypes(Upcaster.class)
                    .build());
            assertThatThrownBy(context::start)
                    .rootCause()
                    .hasMessage("The upcaster of user.registered from version 1 to 2 leads nowhere: the newest is 1");
        }
    }

    @Test
    void aGatewayNeedsNoDatabase() {
        try (ApplicationContext gateway = RunningProcess.start(
                Map.of("SERVICE_NAME", "api-gateway", "DATABASE_URL", "", "SERVICE_SECRET", Split.SECRET))) {
            assertThat(gateway.isRunning()).isTrue();
        }
    }

    @Test
    void aMessageWhoseModuleRunsElsewhereIsAnsweredUnavailable() {
        try (ApplicationContext gateway = RunningProcess.start(Map.of(
                "SERVICE_NAME",
                "api-gateway",
                "SERVICE_SECRET",
                Split.SECRET,
                "SERVICES",
                "users=127.0.0.1:" + Ports.free()))) {
            Sender system = new Sender(gateway, Caller.SYSTEM);
            assertThat(system.refused(new GetUser(new UUID(1, 1))).code()).isEqualTo("service_unavailable");
        }
    }

    @Test
    void aServiceRunsItsOwnModule() {
        try (ApplicationContext users =
                RunningProcess.start(Map.of("SERVICE_NAME", "user-service", "SERVICE_SECRET", Split.SECRET))) {
            Sender system = new Sender(users, Caller.SYSTEM);
            assertThat(system.ask(new GetUser(new UUID(1, 1)))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_NAME,mail-service,monolith",
        "MODULES,invoices,users",
        "MODULES,'users,none',auth",
        "PROTOCOLS,soap,rest"
    })
    void anUnknownNameStopsItAndTheAllowedOnesAreNamed(String name, String value, String allowed) {
        assertThatThrownBy(() -> RunningProcess.start(Map.of(name, value)).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(allowed);
    }
}
