package dev.mstv.platform.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushListener;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.security.Caller;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The rooms that one socket is in. Thread-safe; what does not say otherwise may block. */
final class Rooms implements AutoCloseable {

    private static final int MOST = 50;
    private static final int LONGEST_MESSAGE = 8_192;

    private final RoomKinds kinds;
    private final Pushes pushes;
    private final Clock clock;
    private final Consumer<Push> told;
    private final Map<RoomName, Pushes.Listening> joined = new HashMap<>();
    private boolean closed;

    Rooms(RoomKinds kinds, Pushes pushes, Clock clock, Consumer<Push> told) {
        this.kinds = kinds;
        this.pushes = pushes;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Enters a room; to be in it already is fine.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code room_not_found}, {@code forbidden}, {@code too_many_rooms}
     */
    synchronized void join(RoomName room) {
        kinds.admit(room);
        if (closed || joined.containsKey(room)) {
            return;
        }
        if (joined.size() >= MOST) {
            throw Problem.of(ProblemKind.TOO_MANY, "too_many_rooms", "One socket is in at most " + MOST + " rooms.")
                    .refusal();
        }
        joined.put(room, pushes.listen(Set.of(room.audience()), new Ear()));
    }

    /** Leaves a room; to be in none is fine. */
    synchronized void leave(RoomName room) {
        Pushes.Listening listening = joined.remove(room);
        if (listening != null) {
            listening.close();
        }
    }

    /**
     * Tells everybody in a room, on every node.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code forbidden} if it is not a public one, {@code not_in_room},
     *     {@code message_too_large}
     */
    void tell(RoomName room, JsonNode message) {
        if (!room.isPublic()) {
            throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Only public rooms take messages.")
                    .refusal();
        }
        if (!isIn(room)) {
            throw Problem.of(ProblemKind.FORBIDDEN, "not_in_room", "Join the room first.")
                    .refusal();
        }
        String data = message.toString();
        if (data.length() > LONGEST_MESSAGE) {
            throw Problem.of(
                            ProblemKind.TOO_LARGE,
                            "message_too_large",
                            "A message to a room has up to " + LONGEST_MESSAGE + " characters.")
                    .refusal();
        }
        CallContext call = CallContext.current();
        UUID sender = ((Caller.User) call.caller()).userId();
        pushes.send(List.of(new Push(
                Ids.next(clock),
                "message",
                sender,
                Set.of(room.audience()),
                data,
                clock.instant(),
                call.requestId(),
                call.trace().traceparent())));
    }

    private synchronized boolean isIn(RoomName room) {
        return joined.containsKey(room);
    }

    @Override
    public synchronized void close() {
        closed = true;
        joined.values().forEach(Pushes.Listening::close);
        joined.clear();
    }

    private final class Ear implements PushListener {

        @Override
        public void pushed(Push push, String position) {
            told.accept(push);
        }

        @Override
        public void missed() {
            // The client is told by what it hears of itself.
        }
    }
}
