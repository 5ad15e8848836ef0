package dev.mstv.orders.domain;

import dev.mstv.orders.OrderItem;
import dev.mstv.orders.Placement.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is ordered together, in the order in which it was written down; at least one line. */
public record Basket(List<OrderLine> lines) {

    /** What a total is below, whatever the currency: far beyond any order, and well within what a database keeps exactly. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    public Basket {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("There is no empty basket");
        }
    }

    public static Basket of(List<OrderItem> items) {
        return new Basket(items.stream().map(OrderLine::of).toList());
    }

    /** Why nobody can order it; empty if they can. */
    public Optional<Reason> fault() {
        if (lines.stream().map(line -> line.unitPrice().currency()).distinct().count() > 1) {
            return Optional.of(Reason.MIXED_CURRENCIES);
        }
        BigDecimal total = total().amount();
        if (total.signum() == 0) {
            return Optional.of(Reason.NOTHING_TO_PAY);
        }
        return total.compareTo(LIMIT) < 0 ? Optional.empty() : Optional.of(Reason.TOTAL_TOO_HIGH);
    }

    /**
     * What the lines come to.
     *
     * @throws IllegalArgumentException if they are not all in one currency
     */
    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    public List<OrderItem> items() {
        return lines.stream().map(OrderLine::item).toList();
    }
}
