package dev.mstv.auth.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All sessions. What is stored is stored with its events, in the transaction of the command. */
public interface Sessions {

    Optional<Session> find(UUID id);

    /** Those of a user that live, newest first. */
    List<Session> living(UUID userId, Instant now);

    /** At most {@code rows} of those of a user that live, newest first, beginning after the one with an id. */
    List<Session> living(UUID userId, Instant now, int rows, @Nullable UUID after);

    void add(Session session);

    /** Removes those of a user, with everything personal that is known of them here. */
    void forget(UUID userId);

    /** Stores a change; the command runs again if another was quicker. */
    void save(Session session);
}
