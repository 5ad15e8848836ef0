package dev.mstv.users.application;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.users.AdministratorSettings;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation.Created;
import dev.mstv.users.UserCreation.EmailTaken;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.Users;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates an administrator at start when there is none. Nodes that start together create one: its
 * address is unique. */
@Singleton
final class FirstAdministrator implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final Bus bus;
    private final AdministratorSettings settings;

    FirstAdministrator(Users users, Bus bus, AdministratorSettings settings) {
        this.users = users;
        this.bus = bus;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (users.anyAdministrator()) {
            return;
        }
        if (settings.email().isEmpty() || settings.password().isEmpty()) {
            LOG.warn(
                    "There is no administrator; set ADMIN_EMAIL and ADMIN_PASSWORD to have one created at the next start");
            return;
        }
        CreateUser command =
                new CreateUser(settings.email().get(), settings.password().get(), null, Role.ADMIN.label());
        try {
            switch (CallContext.ofProcess().call(() -> bus.send(command))) {
                case Created created -> LOG.info("Created the first administrator, {}", command.email());
                case EmailTaken() -> LOG.warn("There is no administrator, and {} belongs to a user", command.email());
            }
        } catch (Refusal refusal) {
            LOG.error(
                    "The first administrator was not created: {}",
                    refusal.problem().detail());
        }
    }
}
