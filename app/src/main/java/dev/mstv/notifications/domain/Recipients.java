package dev.mstv.notifications.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own copy of who can be written to. */
public interface Recipients {

    /** Adds or replaces someone, unless they are erased. */
    void put(Recipient recipient);

    /**
     * Changes someone.
     *
     * @param email null if it is the same
     * @param name null if it is the same, empty if they have none any more
     */
    void change(UUID userId, @Nullable String email, @Nullable String name);

    Optional<Recipient> find(UUID userId);

    /** As {@link #find}; they are not erased before the end of the transaction. */
    Optional<Recipient> hold(UUID userId);

    /** Whether they were erased, so that they will never be found again. */
    boolean erased(UUID userId);

    /** Erases someone here, with everything personal in this module's events. */
    void erase(UUID userId);
}
