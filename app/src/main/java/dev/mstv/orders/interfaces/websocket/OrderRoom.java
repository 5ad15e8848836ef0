package dev.mstv.orders.interfaces.websocket;

import dev.mstv.orders.FindOrder;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.websocket.RoomKind;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What happens to one order, for those who may read it. */
@Singleton
final class OrderRoom implements RoomKind {

    private final Bus bus;

    OrderRoom(Bus bus) {
        this.bus = bus;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public boolean admits(UUID id) {
        return bus.ask(new FindOrder(id)).isPresent();
    }
}
