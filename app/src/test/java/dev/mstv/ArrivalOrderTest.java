package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.Placement.Reason;
import dev.mstv.orders.Placement.Refused;
import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentStatus;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.events.Deliveries;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events between orders and payments arrive in every order there is, and more than once. No transport is on, so nothing
 * arrives but what the test delivers: not even word of the buyer, after whom the process of the users is asked.
 */
class ArrivalOrderTest {

    private static final String CUSTOMERS = "users,auth";
    private static final String TRADE = "orders,payments";
    private static final int AT_ONCE = 8;

    private static Split split;
    private static Shop shop;
    private static Caller.User ada;

    /** What can happen to an order, at any moment. */
    private enum Step {
        ORDER_PLACED_ARRIVES {
            @Override
            void happen(UUID order) {
                arrive("orders", order, "order.placed", "payments");
            }
        },
        BUYER_CANCELS {
            @Override
            void happen(UUID order) {
                Object unused = shop.cancel(ada, order);
            }
        },
        ORDER_CANCELLED_ARRIVES {
            @Override
            void happen(UUID order) {
                arrive("orders", order, "order.cancelled", "payments");
            }
        },
        PAYMENT_IS_SETTLED {
            @Override
            void happen(UUID order) {
                shop.await("Not settled: " + order, () -> settled(order));
            }
        },
        PAYMENT_EVENTS_ARRIVE {
            @Override
            void happen(UUID order) {
                payment(order).forEach(payment -> arrive("payments", payment.id(), "payment.", "orders"));
            }
        };

        abstract void happen(UUID order);
    }

    @BeforeAll
    static void start() {
        split = new Split(CUSTOMERS, TRADE);
        shop = new Shop(split.of(TRADE));
        ada = new Shop(split.of(CUSTOMERS)).buyer();
    }

    @AfterAll
    static void end() {
        split.close();
    }

    private static List<PaymentView> payment(UUID order) {
        return shop.system().ask(new FindPayments(order));
    }

    private static boolean settled(UUID order) {
        return shop.count(
                        "payments",
                        "SELECT count(*) FROM payments_payment WHERE next_attempt_at IS NOT NULL AND order_id = '"
                                + order + "'")
                == 0;
    }

    private static void userIsErased(UUID user, String at) {
        Envelope event = new Envelope(
                UUID.randomUUID(),
                "user.deleted",
                1,
                "users",
                user,
                1,
                1,
                Instant.EPOCH,
                "system",
                "request-1",
                null,
                null,
                user,
                "{\"userId\":\"" + user + "\"}");
        shop.process().getBean(Deliveries.class).deliver(at, List.of(event));
    }

    /** What has happened to a stream so far arrives, the last first, and all of it again as news of its own. */
    private static void arrive(String from, UUID stream, String type, String at) {
        Deliveries deliveries = shop.process().getBean(Deliveries.class);
        List<Envelope> events = shop.process().getBean(EventStores.class).history(from).of(List.of(stream)).stream()
                .filter(event -> event.type().startsWith(type))
                .toList()
                .reversed();
        events.forEach(event -> deliveries.deliver(at, List.of(event)));
        events.forEach(event -> deliveries.deliver(at, List.of(renewed(event))));
        deliveries.deliver(at, events);
    }

    /** The same under another id, which no inbox knows, and on a stream of its own. */
    private static Envelope renewed(Envelope event) {
        return new Envelope(
                UUID.randomUUID(),
                event.type(),
                event.schemaVersion(),
                event.module(),
                UUID.randomUUID(),
                event.version(),
                event.position(),
                event.occurredAt(),
                event.actor(),
                event.requestId(),
                event.causationId(),
                event.traceparent(),
                event.person(),
                event.data());
    }

    private static Stream<List<Step>> permutations(List<Step> of) {
        return of.isEmpty()
                ? Stream.of(List.of())
                : of.stream().flatMap(first -> permutations(
                                of.stream().filter(one -> one != first).toList())
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    /** How it ends when all of it happens in this order, and then whatever has not arrived does. */
    private static String end(String token, List<Step> steps) {
        UUID order = shop.place(ada, token);
        steps.forEach(step -> step.happen(order));
        for (int round = 0; round < 2; round++) {
            List.of(
                            Step.ORDER_CANCELLED_ARRIVES,
                            Step.ORDER_PLACED_ARRIVES,
                            Step.PAYMENT_IS_SETTLED,
                            Step.PAYMENT_EVENTS_ARRIVE)
                    .forEach(step -> step.happen(order));
        }
        OrderStatus status = shop.order(order).value().status();
        PaymentStatus payment = payment(order).getFirst().status();
        return status + " " + payment + " "
                + (shop.charge(order, "reference IS NOT NULL AND NOT reversed").equals("t")
                        ? "charged"
                        : "not charged");
    }

    @Test
    void aPendingOrderOfSomebodyWhoIsErasedIsCancelled() {
        Caller.User grace = new Shop(split.of(CUSTOMERS)).buyer();
        UUID order = shop.place(grace, "tok_visa");
        userIsErased(grace.userId(), "orders");
        assertThat(shop.order(order).value().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void whoIsErasedIsNotChargedForAnOrderThatArrivesLate() {
        Caller.User grace = new Shop(split.of(CUSTOMERS)).buyer();
        UUID order = shop.place(grace, "tok_visa");
        userIsErased(grace.userId(), "payments");
        Step.ORDER_PLACED_ARRIVES.happen(order);
        Step.PAYMENT_IS_SETTLED.happen(order);
        assertThat(payment(order).getFirst().reason()).isEqualTo("buyer_erased");
        assertThat(shop.charge(order, "key")).isEmpty();
    }

    @Test
    void whoIsErasedOrdersNothingMore() {
        Caller.User grace = new Shop(split.of(CUSTOMERS)).buyer();
        userIsErased(grace.userId(), "orders");
        assertThat(new Sender(shop.process(), grace).send(Shop.twoBooks("tok_visa")))
                .isEqualTo(new Refused(Reason.BUYER_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "tok_visa,CANCELLED DECLINED not charged,REFUNDED REFUNDED not charged",
        "tok_declined,CANCELLED DECLINED not charged,PAYMENT_FAILED DECLINED not charged"
    })
    void nobodyPaysForACancelledOrderHoweverItIsTold(String token, String oneEnd, String otherEnd) {
        List<CompletableFuture<String>> ends = new ArrayList<>();
        // No more than the connections to the database serve in the time that each waits for one.
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            permutations(List.of(Step.values()))
                    .forEach(steps ->
                            ends.add(CompletableFuture.supplyAsync(() -> steps + ": " + end(token, steps), threads)));
            assertThat(ends).hasSize(120).allSatisfy(end -> assertThat(end.join())
                    .matches(".*: (" + oneEnd + "|" + otherEnd + ")"));
        }
    }
}
