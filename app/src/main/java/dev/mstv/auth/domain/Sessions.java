package dev.mstv.auth.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All sessions. What is stored is stored with its events, in the transaction of the command. */
public interface Sessions {

    Optional<Session> find(UUID id);

    /** Those of the ids that exist, in no particular order. */
    List<Session> find(Set<UUID> ids);

    /** Those of a user that live, newest first. */
    List<Session> living(UUID userId, Instant now);

    void add(Session session);

    /** Stores a change; the command runs again if another was quicker. */
    void save(Session session);
}
