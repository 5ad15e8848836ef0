package dev.mstv.platform.observability;

import java.util.function.Supplier;

/** Tells how well something does that this process depends on or is to do. May block; who asks does not wait long. */
public interface HealthCheck {

    /** Of what it tells, such as {@code database.users}. */
    String name();

    /** How it does now; whatever this throws means {@link Status#DOWN}. */
    HealthState state();

    /** A check from its two parts. */
    static HealthCheck of(String name, Supplier<HealthState> state) {
        return new Named(name, state);
    }

    /** See {@link #of}. */
    record Named(String name, Supplier<HealthState> found) implements HealthCheck {

        @Override
        public HealthState state() {
            return found.get();
        }
    }
}
