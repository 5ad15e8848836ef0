package dev.mstv.platform.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.edge.RequestIds;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.push.PushMessage;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.socket.CloseCode;
import dev.mstv.platform.socket.Conversation;
import dev.mstv.platform.socket.SignIn;
import dev.mstv.platform.socket.Socket;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's frames, and what is said to them. */
final class Visit implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final Caller NOBODY = new Caller.Anonymous(null);

    private final Socket socket;
    private final Optional<Credentials> known;
    private final Desk desk;
    private final Rooms rooms;
    private volatile Caller caller = NOBODY;

    Visit(Socket socket, Optional<Credentials> known, Desk desk) {
        this.socket = socket;
        this.known = known;
        this.desk = desk;
        this.rooms = desk.rooms(push -> say(push.event(), PushMessage.of(push)));
    }

    @Override
    public void opened() {
        socket.atEnd(rooms::close);
        known.ifPresentOrElse(
                credentials -> socket.serveAlone(() -> attempt(new Frame("auth", null, null, null), () -> {
                    signedIn(desk.signIn().keep(socket, credentials, this::over));
                    return connected();
                })),
                () -> socket.after(SignIn.PATIENCE, this::refuseTheSilent));
    }

    @Override
    public void text(String message) {
        Frame frame;
        try {
            frame = desk.frames().read(message);
        } catch (Refusal refusal) {
            serve(new Frame("error", null, null, null), () -> {
                throw refusal;
            });
            return;
        }
        serve(frame, () -> handle(frame));
    }

    @Override
    public void binary() {
        serve(new Frame("error", null, null, null), () -> {
            throw Problem.of(ProblemKind.INVALID, "malformed_body", "Frames are JSON, in messages of text.")
                    .refusal();
        });
    }

    private void serve(Frame frame, Work work) {
        Runnable served = () -> attempt(frame, work);
        if (frame.inOrder()) {
            socket.serveAlone(served);
        } else {
            socket.serve(served);
        }
    }

    private void attempt(Frame frame, Work work) {
        CallContext call =
                CallContext.of(caller, socket.client(), RequestIds.next(), Trace.continued(frame.traceparent()), null);
        try {
            Reply reply = desk.entrance().serve(call, work::run);
            socket.send(desk.success(reply, call, frame.id()));
        } catch (Refusal refusal) {
            refuse(frame, refusal.problem(), call);
        } catch (RuntimeException e) {
            LOG.error("{} failed", frame.event(), e);
            refuse(
                    frame,
                    Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."),
                    call);
        }
    }

    private void refuse(Frame frame, Problem problem, CallContext call) {
        socket.send(desk.failure(frame.event(), problem, call, frame.id()));
        if (frame.event().equals("auth") && caller == NOBODY) {
            socket.close(CloseCode.of(problem), problem.code());
        }
    }

    private Reply handle(Frame frame) {
        if (frame.event().equals("auth")) {
            return signIn(frame);
        }
        if (caller == NOBODY) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in first.")
                    .refusal();
        }
        return switch (frame.event()) {
            case "command", "query" -> desk.requests().run(frame);
            case "join-room" -> {
                RoomName room = room(frame);
                rooms.join(room);
                yield Reply.of("joined-room", Map.of("room", room.toString()));
            }
            case "leave-room" -> {
                RoomName room = room(frame);
                rooms.leave(room);
                yield Reply.of("left-room", Map.of("room", room.toString()));
            }
            case "message" -> message(frame);
            case "ping" -> Reply.of("pong", Map.of());
            default ->
                throw Problem.of(ProblemKind.INVALID, "unknown_event", "There is no such event.")
                        .refusal();
        };
    }

    private Reply message(Frame frame) {
        JsonNode data = frame.data();
        if (data == null) {
            throw Problem.invalid("data", "required", "data must be given").refusal();
        }
        if (data.path("room").isTextual()) {
            rooms.tell(RoomName.parse(data.path("room").textValue()), data);
        }
        return Reply.of("response", data);
    }

    private RoomName room(Frame frame) {
        return RoomName.parse(desk.frames().data(frame.data(), Room.class).room());
    }

    private Reply signIn(Frame frame) {
        if (caller != NOBODY) {
            throw Problem.of(ProblemKind.CONFLICT, "already_signed_in", "This socket has its user.")
                    .refusal();
        }
        String token = desk.frames().data(frame.data(), Token.class).token();
        signedIn(desk.signIn().keep(socket, token == null ? null : "Bearer " + token, this::over));
        return connected();
    }

    private void signedIn(Caller.User user) {
        desk.hear(new Member(user, desk.own(user), this::say), socket);
        caller = user;
    }

    private Reply connected() {
        Caller.User user = (Caller.User) caller;
        return Reply.of("connected", Map.of("userId", user.userId(), "sessionId", user.session()));
    }

    private void refuseTheSilent() {
        if (caller == NOBODY) {
            over(Problem.of(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Nobody has signed in."));
        }
    }

    private void over(Problem why) {
        CallContext call = CallContext.of(caller, socket.client(), RequestIds.next(), Trace.begin(), null);
        socket.send(desk.failure("error", why, call, null));
        socket.close(CloseCode.UNAUTHORIZED, why.code());
    }

    private void say(String event, Object data) {
        socket.send(desk.news(event, data));
    }

    private record Token(@Nullable String token) {}

    private record Room(@Nullable String room) {}

    /** What a frame asks for. */
    private interface Work {
        Reply run();
    }
}
