package dev.mstv.users;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user has no account any more.
 *
 * @param deletedBy who did it; null if the process itself did
 */
@Event.Type("user.deleted")
public record UserDeleted(UUID userId, @Nullable UUID deletedBy) implements UserEvent {}
