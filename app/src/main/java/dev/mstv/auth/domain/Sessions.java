package dev.mstv.auth.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions. What is stored is stored with its events, in the transaction of the command. */
public interface Sessions {

    Optional<Session> find(UUID id);

    /** A session as it was when it was asked for, or later; many who ask at the same time share one statement. */
    Optional<Session> look(UUID id);

    /** Those of a user that live, newest first. */
    List<Session> living(UUID userId, Instant now);

    void add(Session session);

    /** Stores a change; the command runs again if another was quicker. */
    void save(Session session);
}
