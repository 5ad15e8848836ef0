package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.orders.CancelOrder;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.FindOrder;
import dev.mstv.orders.OrderItem;
import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Placement;
import dev.mstv.orders.Price;
import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A process where people order things, and what can be seen from behind the counter. */
record Shop(ApplicationContext process) {

    static final Price PRICE = new Price("12.50", "EUR");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> MODULES = List.of("users", "orders", "payments", "notifications");

    /** The one that tests share which wait until all is quiet: what others leave in their monolith never is. */
    static Shop quiet() {
        return Quiet.SHOP;
    }

    private static final class Quiet {
        static final Shop SHOP = new Shop(RunningProcess.start(Map.of()));
    }

    /** Someone new. */
    Caller.User buyer() {
        return Accounts.user(process, "ada-" + UUID.randomUUID() + "@example.com", "user");
    }

    static PlaceOrder twoBooks(String token) {
        return new PlaceOrder(List.of(new OrderItem("book", 2, PRICE)), token);
    }

    /** An order that is to be paid by a token. */
    UUID place(Caller buyer, String token) {
        return ((Placement.Placed) new Sender(process, buyer).send(twoBooks(token)))
                .order()
                .value()
                .id();
    }

    Cancellation cancel(Caller caller, UUID order) {
        return new Sender(process, caller).send(new CancelOrder(order, null));
    }

    /** Cancels what was paid, once it was. */
    Cancellation cancelWhenPaid(Caller caller, UUID order) {
        await(order, OrderStatus.PAID);
        return cancel(caller, order);
    }

    Versioned<OrderView> order(UUID id) {
        return system().ask(new FindOrder(id)).orElseThrow();
    }

    /** Waits until an order is in a state. */
    void await(UUID order, OrderStatus status) {
        await("Order is " + order(order), () -> order(order).value().status() == status);
    }

    void await(String otherwise, BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).as(otherwise).isTrue();
    }

    /** Waits until nothing that has happened has effects to come, and no payment is open. */
    void awaitQuiet() {
        boolean quiet = Polling.until(LIMIT, () -> waiting() == 0);
        assertThat(quiet).as(() -> "Still happening, parked: " + parked()).isTrue();
    }

    private List<String> parked() {
        return MODULES.stream()
                .flatMap(module -> of(module)
                        .call(handle -> handle.createQuery("SELECT concat_ws(' ', state, subscriber, type, error) FROM "
                                        + module + "_parked")
                                .mapTo(String.class)
                                .list())
                        .stream())
                .toList();
    }

    PaymentView payment(UUID order) {
        return system().ask(new FindPayments(order)).getFirst();
    }

    /** How often the provider was asked to charge for an order. */
    long chargeRequests(UUID order) {
        return Long.parseLong(charge(order, "charge_requests"));
    }

    /** Columns of what the provider's books say of the charge for an order; empty if they say nothing. */
    String charge(UUID order, String columns) {
        return of("payments").call(handle -> handle.createQuery("SELECT concat_ws(' ', " + columns
                        + ") FROM payments_sandbox_charge"
                        + " WHERE key = (SELECT id FROM payments_payment WHERE order_id = :order)")
                .bind("order", order)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** The types of the events of a stream. */
    List<String> events(String module, UUID stream) {
        return of(module).call(handle -> handle.createQuery(
                        "SELECT type FROM " + module + "_event WHERE stream = :stream ORDER BY version")
                .bind("stream", stream)
                .mapTo(String.class)
                .list());
    }

    Database of(String module) {
        return process.getBean(Databases.class).of(module);
    }

    long count(String module, String sql) {
        return of(module)
                .call(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    Sender system() {
        return new Sender(process, Caller.SYSTEM);
    }

    private long waiting() {
        return MODULES.stream()
                        .mapToLong(module -> count(
                                module,
                                "SELECT (SELECT count(*) FROM " + module + "_event WHERE published_at IS NULL)"
                                        + " + (SELECT count(*) FROM " + module + "_parked"
                                        + " WHERE state <> 'DEAD')"))
                        .sum()
                + count("payments", "SELECT count(*) FROM payments_payment WHERE next_attempt_at IS NOT NULL");
    }
}
