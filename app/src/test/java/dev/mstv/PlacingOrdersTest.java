package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mstv.orders.FindOrder;
import dev.mstv.orders.FindOrders;
import dev.mstv.orders.OrderItem;
import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Placement;
import dev.mstv.orders.Placement.Reason;
import dev.mstv.orders.Placement.Refused;
import dev.mstv.orders.Price;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.security.Caller;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes an order and what does not, in the monolith on a real database. */
class PlacingOrdersTest {

    private static final Shop SHOP = new Shop(RunningProcess.monolith());

    private final Caller.User ada = SHOP.buyer();
    private final Sender sender = new Sender(SHOP.process(), ada);

    private static OrderItem item(int quantity, String amount, String currency) {
        return new OrderItem("book", quantity, new Price(amount, currency));
    }

    private static PlaceOrder order(OrderItem... items) {
        return new PlaceOrder(Arrays.asList(items), "tok_visa");
    }

    private OrderView placed(PlaceOrder command) {
        return ((Placement.Placed) sender.send(command)).order().value();
    }

    private List<String> faults(PlaceOrder command) {
        return sender.refused(command).errors().stream()
                .map(error -> error.field() + ' ' + error.code())
                .toList();
    }

    @Test
    void anOrderIsItsBuyersAndPending() {
        assertThat(placed(order(item(2, "12.5", "EUR"))))
                .extracting(OrderView::userId, OrderView::status, OrderView::items, OrderView::total)
                .containsExactly(
                        ada.userId(), OrderStatus.PENDING, List.of(item(2, "12.50", "EUR")), new Price("25.00", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"100,JPY,100", "1.5,KWD,1.500", "0.1,EUR,0.10"})
    void anOrderIsReadAsItWasPlaced(String amount, String currency, String written) {
        UUID id = placed(order(item(1, amount, currency))).id();
        assertThat(SHOP.order(id).value().total()).isEqualTo(new Price(written, currency));
    }

    @Test
    void linesKeepTheirOrder() {
        OrderItem[] items = {item(3, "1.00", "EUR"), item(1, "2.00", "EUR"), item(2, "0.00", "EUR")};
        assertThat(SHOP.order(placed(order(items)).id()).value().items()).containsExactly(items);
    }

    @Test
    void currenciesAreNotMixed() {
        assertThat(sender.send(order(item(1, "1", "EUR"), item(1, "1", "JPY"))))
                .isEqualTo(new Refused(Reason.MIXED_CURRENCIES));
    }

    @Test
    void nobodyIsChargedForNothing() {
        assertThat(sender.send(order(item(1, "0.00", "EUR")))).isEqualTo(new Refused(Reason.NOTHING_TO_PAY));
    }

    @Test
    void aTotalHasALimit() {
        OrderItem dear = item(1000, "999999999.99", "EUR");
        assertThat(sender.send(order(dear, dear))).isEqualTo(new Refused(Reason.TOTAL_TOO_HIGH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12,50", "1e3", "+1", "-1", ".5", "1.", "01", "1000000000", "1.00001", " 1", "NaN", "\u0661"
            })
    void anAmountIsADecimal(String amount) {
        assertThat(faults(order(item(1, amount, "EUR")))).containsExactly("items[0].unitPrice.amount format");
    }

    @ParameterizedTest
    @CsvSource({"1.005,EUR", "100.0,JPY", "1.0005,KWD"})
    void anAmountIsNotRounded(String amount, String currency) {
        assertThat(faults(order(item(1, amount, currency)))).containsExactly("items[0].unitPrice not_too_precise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "XXX", "XAU", "ZZZ"})
    void aCurrencyIsOneOfIso4217(String currency) {
        assertThat(faults(order(item(1, "1", currency)))).containsExactly("items[0].unitPrice.currency known_currency");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE})
    void aQuantityIsFromOneToAThousand(int quantity) {
        assertThat(faults(order(item(quantity, "1", "EUR")))).containsExactly("items[0].quantity range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-book", "book one", "b\u00f6ok", "x\u0000"})
    void aSkuIsLettersAndDigits(String sku) {
        assertThat(faults(order(new OrderItem(sku, 1, Shop.PRICE)))).containsExactly("items[0].sku format");
    }

    @Test
    void everyFaultOfEveryLineIsNamed() {
        assertThat(sender.refused(order(item(1, "1", "EUR"), item(0, "x", "ZZZ")))
                        .errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("items[1].quantity", "range"),
                        tuple("items[1].unitPrice.amount", "format"),
                        tuple("items[1].unitPrice.currency", "known_currency"));
    }

    @Test
    @SuppressWarnings("NullAway") // As an edge gives what is not in the body.
    void whatIsMissingIsRequired() {
        OrderItem nothing = new OrderItem(null, null, new Price(null, null));
        assertThat(faults(new PlaceOrder(List.of(nothing), null)))
                .containsExactly(
                        "items[0].quantity required",
                        "items[0].sku required",
                        "items[0].unitPrice.amount required",
                        "items[0].unitPrice.currency required",
                        "paymentToken required");
    }

    @Test
    @SuppressWarnings("NullAway") // As an edge gives what is not in the body.
    void aLineMustBeThere() {
        assertThat(faults(order((OrderItem) null))).containsExactly("items[0] required");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void thereAreOneToAHundredLines(int lines) {
        List<OrderItem> items = Collections.nCopies(lines, item(1, "1", "EUR"));
        assertThat(faults(new PlaceOrder(items, "tok_visa"))).containsExactly("items length");
    }

    @Test
    void nobodyButAUserOrders() {
        assertThat(SHOP.system().refused(Shop.twoBooks("tok_visa")).code()).isEqualTo("forbidden");
    }

    @Test
    void anOrderOfSomebodyElseIsNotThere() {
        UUID id = SHOP.place(SHOP.buyer(), "tok_visa");
        assertThat(sender.ask(new FindOrder(id))).isEmpty();
    }

    @Test
    void ordersAreListedToTheirBuyerNewestFirst() {
        UUID first = SHOP.place(ada, "tok_visa");
        UUID second = SHOP.place(ada, "tok_visa");
        SHOP.place(SHOP.buyer(), "tok_visa");
        assertThat(sender.ask(new FindOrders(100, null)).items())
                .extracting(OrderView::id)
                .containsExactly(second, first);
    }

    @Test
    void pagesJoinWhileMoreIsOrdered() {
        UUID first = SHOP.place(ada, "tok_visa");
        UUID second = SHOP.place(ada, "tok_visa");
        Page<OrderView> page = sender.ask(new FindOrders(1, null));
        SHOP.place(ada, "tok_visa");
        assertThat(page.items()).extracting(OrderView::id).containsExactly(second);
        assertThat(sender.ask(new FindOrders(1, page.next())).items())
                .extracting(OrderView::id)
                .containsExactly(first);
    }

    @Test
    void anAdministratorSeesEveryonesOrders() {
        UUID id = SHOP.place(ada, "tok_visa");
        Caller.User admin = Accounts.user(SHOP.process(), "root-" + UUID.randomUUID() + "@example.com", "admin");
        assertThat(new Sender(SHOP.process(), admin)
                        .ask(new FindOrders(1, null))
                        .items())
                .extracting(OrderView::id)
                .containsExactly(id);
    }

    @Test
    void aTokenIsNowhereInClear() {
        String token = "tok_" + UUID.randomUUID();
        UUID id = SHOP.place(ada, token);
        SHOP.await(id, OrderStatus.PAID);
        for (String table :
                List.of("orders_event", "orders_idempotency", "payments_payment", "payments_sandbox_charge")) {
            assertThat(SHOP.count(
                            table.substring(0, table.indexOf('_')),
                            "SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%" + token + "%'"))
                    .as(table)
                    .isZero();
        }
    }
}
