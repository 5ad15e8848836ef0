package dev.mstv.platform.websocket;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.push.Channels;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.socket.SignIn;
import dev.mstv.platform.socket.Socket;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all visits share. Thread-safe. */
@Singleton
final class Desk {

    private final SignIn signIn;
    private final Entrance entrance;
    private final Frames frames;
    private final Requests requests;
    private final RoomKinds kinds;
    private final Pushes pushes;
    private final Channels channels;
    private final List<OwnNews> own;
    private final Clock clock;

    Desk(
            SignIn signIn,
            Entrance entrance,
            Frames frames,
            Requests requests,
            RoomKinds kinds,
            Pushes pushes,
            Channels channels,
            List<OwnNews> own,
            Clock clock) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.frames = frames;
        this.requests = requests;
        this.kinds = kinds;
        this.pushes = pushes;
        this.channels = channels;
        this.own = List.copyOf(own);
        this.clock = clock;
    }

    SignIn signIn() {
        return signIn;
    }

    Entrance entrance() {
        return entrance;
    }

    Frames frames() {
        return frames;
    }

    Requests requests() {
        return requests;
    }

    Rooms rooms(Consumer<Push> told) {
        return new Rooms(kinds, pushes, clock, told);
    }

    /** What the user is told without asking. May block. */
    List<OwnNews> own(Caller.User user) {
        return own.stream()
                .filter(news -> channels.admits(news.channel(), user))
                .toList();
    }

    /** Tells a member of themselves as long as the socket is open. */
    void hear(Member member, Socket socket) {
        socket.atEnd(pushes.listen(member.audiences(), member)::close);
    }

    String news(String event, Object data) {
        return frames.write(Answer.news(event, data, clock.instant()));
    }

    String success(Reply reply, CallContext call, @Nullable String id) {
        return frames.write(Answer.success(reply.event(), reply, call, id, clock.instant()));
    }

    String failure(String event, Problem problem, CallContext call, @Nullable String id) {
        return frames.write(Answer.failure(event, problem, call, id, clock.instant()));
    }
}
