package dev.mstv.platform.observability;

/** Tells whether something that this process depends on is there. May block; who asks does not wait long. */
public interface HealthCheck {

    /** Of what it tells, such as {@code database.users}. */
    String name();

    /** True if it can be used now; whatever it throws is a no. */
    boolean up();
}
