package dev.mstv.platform.sse;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.Connections;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Channels;
import dev.mstv.platform.push.Pushes;
import dev.mstv.platform.push.PushesGoneException;
import dev.mstv.platform.push.SessionWatch;
import dev.mstv.platform.security.Authentication;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The streams that are open in this process. */
@Singleton
final class Streams implements GracefulShutdownCapable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Channels channels;
    private final Pushes pushes;
    private final SessionWatch sessions;
    private final Connections connections;
    private final Authentication authentication;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("streams").factory());

    Streams(
            Channels channels,
            Pushes pushes,
            SessionWatch sessions,
            Connections connections,
            Authentication authentication,
            SystemMetrics metrics) {
        this.channels = channels;
        this.pushes = pushes;
        this.sessions = sessions;
        this.connections = connections;
        this.authentication = authentication;
        every(HEARTBEAT, () -> open.forEach(Stream::beat));
        every(SystemMetrics.PERIOD, () -> metrics.tell(open));
    }

    private void every(Duration period, Runnable work) {
        Future<?> unused = timer.scheduleAtFixedRate(work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Opens the stream of a channel for the current caller; may block.
     *
     * @param lastEventId after which event it begins; null for now
     * @throws dev.mstv.platform.problem.Refusal if the caller may not hear it, has too many, or it cannot be heard now
     */
    Publisher<Event<String>> open(String channel, @Nullable String authorization, @Nullable String lastEventId) {
        Caller caller = CallContext.current().caller();
        Audience audience = channels.audience(channel, caller);
        Credentials credentials = authentication.credentials(authorization);
        Connections.Connection connection = connections.open((Caller.User) credentials.caller());
        Stream stream = new Stream(channel, connection, open::remove);
        boolean complete = false;
        try {
            // The head of the answer goes with the first event.
            stream.beat();
            stream.watched(sessions.watch(credentials, stream::end));
            stream.hears(listening(stream, Set.of(audience), lastEventId));
            open.add(stream);
            complete = true;
            return stream.events();
        } finally {
            if (!complete) {
                stream.close();
            }
        }
    }

    private Pushes.Listening listening(Stream stream, Set<Audience> audience, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return pushes.listen(audience, stream);
        }
        try {
            return pushes.listenFrom(lastEventId, audience, stream);
        } catch (PushesGoneException e) {
            stream.missed();
            return pushes.listen(audience, stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Clients go to another process, and take up there where they were. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        open.forEach(Stream::close);
        return CompletableFuture.completedFuture(null);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        open.forEach(Stream::close);
    }
}
