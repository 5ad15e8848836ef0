package dev.mstv.platform.websocket;

import java.util.UUID;

/** Rooms named {@code kind:id}, in which is told what happens to one thing; a bean of a module's edge. Thread-safe. */
public interface RoomKind {

    /** Before the colon; the audience of the room begins so as well. */
    String kind();

    /**
     * Whether there is such a room. May block; the call is bound to the thread.
     *
     * @throws dev.mstv.platform.problem.Refusal if the caller may not be in it
     */
    boolean admits(UUID id);
}
