package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.Connections;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Channels;
import dev.mstv.platform.push.PushLog;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.push.PushesGoneException;
import dev.mstv.platform.push.SessionWatch;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Streams that tell clients what happens, as long as they listen. Thread-safe. */
@Singleton
@Requires(property = Grpc.EDGE, value = "true")
public final class Watches {

    private final Channels channels;
    private final Pushes pushes;
    private final SessionWatch sessions;
    private final Connections connections;
    private final Set<Watch<?>> open = ConcurrentHashMap.newKeySet();

    Watches(Channels channels, Pushes pushes, SessionWatch sessions, Connections connections) {
        this.channels = channels;
        this.pushes = pushes;
        this.sessions = sessions;
        this.connections = connections;
    }

    /**
     * Answers the current call with what happens from now on in a channel.
     *
     * @param after the position after which to begin, which a client had before; null for now
     * @param answer what to say of pushes: of one, or of up to a hundred if the client is that far behind. Called with the
     *     client's call bound, on a thread that may block
     * @throws dev.mstv.platform.problem.Refusal if the caller may not hear it, has too many connections, {@code
     *     position_gone} if what came after the position is not known any more
     */
    public <A> void open(
            String channel,
            @Nullable String after,
            StreamObserver<A> answers,
            Function<List<PushLog.Entry>, List<A>> answer) {
        CallContext call = CallContext.current();
        Set<Audience> audience = Set.of(channels.audience(channel, call.caller()));
        Credentials credentials = ClientCalls.credentials();
        Connections.Connection connection = connections.open((Caller.User) credentials.caller());
        Watch<A> watch = new Watch<>(
                (ServerCallStreamObserver<A>) answers,
                entries -> anew(call).call(() -> answer.apply(entries)),
                connection);
        boolean complete = false;
        try {
            watch.onEnd(() -> open.remove(watch));
            watch.onEnd(sessions.watch(credentials, watch::refuse)::close);
            open.add(watch);
            watch.begin();
            watch.onEnd(listening(after, audience, watch)::close);
            complete = true;
        } finally {
            if (!complete) {
                watch.end();
            }
        }
    }

    // The time of the call that began it is over long before.
    private static CallContext anew(CallContext call) {
        return CallContext.of(call.caller(), call.client(), call.requestId(), call.trace(), null);
    }

    private Pushes.Listening listening(@Nullable String after, Set<Audience> audience, Watch<?> watch) {
        try {
            return after == null ? pushes.listen(audience, watch) : pushes.listenFrom(after, audience, watch);
        } catch (PushesGoneException e) {
            throw Watch.positionGone().refusal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends what would last as long as its client wants; they go on elsewhere. */
    void end() {
        open.forEach(Watch::leave);
    }
}
