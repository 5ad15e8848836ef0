package dev.mstv.platform.events;

/** What a subscriber does about an event. */
@FunctionalInterface
public interface Effect<T> {

    /**
     * Does it, in a transaction of the subscriber's module that also notes the event as done: what is stored there
     * happens once, however often the event arrives. What is not stored there, such as a mail, may happen again after a
     * crash. Whatever it throws undoes the transaction, and the event is tried again.
     */
    void of(T event, Envelope envelope);
}
