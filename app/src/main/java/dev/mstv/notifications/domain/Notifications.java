package dev.mstv.notifications.domain;

import dev.mstv.notifications.EmailEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All notifications. What is stored is stored with its events, in the transaction of the command or effect. */
public interface Notifications {

    /**
     * Stores one, unless there is one from the same event with the same template.
     *
     * @param cause the event that it comes from
     * @param link null if its mail has none
     */
    void add(Notification notification, UUID cause, @Nullable SealedLink link, EmailEvent event);

    Optional<Notification> find(UUID id);

    /** At most {@code rows} of those of a user, newest first, beginning after the one with an id. */
    List<Notification> of(UUID userId, int rows, @Nullable UUID after);

    /** The first time counts. */
    void markRead(UUID id, Instant now);

    /** Removes those of a user. */
    void forget(UUID userId);
}
