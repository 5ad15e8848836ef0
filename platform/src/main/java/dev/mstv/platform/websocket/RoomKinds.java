package dev.mstv.platform.websocket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says who may be in which room. Thread-safe. */
@Singleton
final class RoomKinds {

    private final Map<String, RoomKind> kinds;

    RoomKinds(List<RoomKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(RoomKind::kind, Function.identity()));
    }

    /**
     * Passes if the current caller, who is signed in, may be in the room. May block.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code room_not_found}, {@code forbidden}
     */
    void admit(RoomName room) {
        if (room.isPublic()) {
            return;
        }
        RoomKind kind = kinds.get(room.kind());
        UUID id = room.id().orElseThrow(RoomName::notFound);
        if (kind == null || !kind.admits(id)) {
            throw RoomName.notFound();
        }
    }
}
