package dev.mstv.platform.events;

/**
 * What a module does when something has happened, here or in another process. A bean of a module's application or
 * infrastructure.
 */
public interface Subscriber {

    /** What it reads and does; asked for once, at start. */
    Subscription subscription();
}
