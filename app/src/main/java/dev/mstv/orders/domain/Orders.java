package dev.mstv.orders.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All orders. What is stored is stored with its events, in the transaction of the command or effect. */
public interface Orders {

    Optional<Order> find(UUID id);

    /** Those of a buyer of which nobody knows yet whether they are paid. */
    List<Order> pendingOf(UUID buyer);

    void add(Order order);

    /** Stores what has changed. The command or effect runs again if another was quicker. */
    void save(Order order);
}
