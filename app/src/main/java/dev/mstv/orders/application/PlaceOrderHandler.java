package dev.mstv.orders.application;

import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Placement;
import dev.mstv.orders.Placement.Placed;
import dev.mstv.orders.Placement.Reason;
import dev.mstv.orders.Placement.Refused;
import dev.mstv.orders.domain.Basket;
import dev.mstv.orders.domain.Order;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Encryption;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Takes an order of somebody who has an account. */
@Singleton
final class PlaceOrderHandler implements CommandHandler<PlaceOrder, Placement> {

    private final Orders orders;
    private final Admission admission;
    private final Encryption encryption;
    private final Gate gate;
    private final Clock clock;

    PlaceOrderHandler(Orders orders, Admission admission, Encryption encryption, Gate gate, Clock clock) {
        this.orders = orders;
        this.admission = admission;
        this.encryption = encryption;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Placement handle(PlaceOrder command) {
        Caller.User caller = gate.user(CallContext.current().caller());
        UUID buyer = caller.userId();
        gate.require(caller, "create", OrderMapping.by(buyer));
        Basket basket = Basket.of(command.items());
        Optional<Reason> fault = basket.fault();
        if (fault.isPresent()) {
            return new Refused(fault.get());
        }
        if (!admission.admits(buyer)) {
            return new Refused(Reason.BUYER_UNKNOWN);
        }
        Order order = Order.placed(
                Ids.next(clock),
                buyer,
                basket,
                encryption.encrypt(command.paymentToken().getBytes(StandardCharsets.UTF_8)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        orders.add(order);
        return new Placed(OrderMapping.versioned(order));
    }
}
