package dev.mstv.users.interfaces.websocket;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.websocket.RoomKind;
import dev.mstv.users.GetUser;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What happens to one user, for those who may read them. */
@Singleton
final class UserRoom implements RoomKind {

    private final Bus bus;

    UserRoom(Bus bus) {
        this.bus = bus;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public boolean admits(UUID id) {
        return bus.ask(new GetUser(id)).isPresent();
    }
}
