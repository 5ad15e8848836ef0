package dev.mstv.platform.socket;

import dev.mstv.platform.bus.Client;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One client's socket. What is not said to be for the event loop alone may be called by any thread, and blocks none. */
public final class Socket {

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Channel channel;
    private final Client client;
    private final SocketFigures figures;
    private final Outgoing outgoing;
    private final Reading reading;
    private final List<Runnable> atEnd = new ArrayList<>();
    private boolean ended;
    // These are the event loop's.
    private boolean heard = true;
    private boolean closing;
    private boolean leaving;

    Socket(Channel channel, Client client, SocketFigures figures) {
        this.channel = channel;
        this.client = client;
        this.figures = figures;
        this.outgoing = new Outgoing(channel);
        this.reading = new Reading(channel);
    }

    /** From where it came. */
    public Client client() {
        return client;
    }

    /** Sends a message. Who does not take what they are sent is let go. */
    public void send(String message) {
        figures.sent();
        put(new TextWebSocketFrame(message));
    }

    /** Serves a message on a thread that may block. Others are read meanwhile, up to a bound. For the event loop alone. */
    public void serve(Runnable work) {
        serve(work, false);
    }

    /** As {@link #serve}, but nothing further is read before it is done. */
    public void serveAlone(Runnable work) {
        serve(work, true);
    }

    private void serve(Runnable work, boolean alone) {
        reading.begin(alone);
        Thread unused = Thread.startVirtualThread(() -> {
            try {
                work.run();
            } finally {
                channel.eventLoop().execute(this::served);
            }
        });
    }

    private void served() {
        heard |= reading.paused();
        reading.end();
        leaveIfIdle();
    }

    /** Runs the work on the event loop after a while, if the socket is open then. */
    public void after(Duration delay, Runnable work) {
        Future<?> later = channel.eventLoop().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        atEnd(() -> {
            boolean unused = later.cancel(false);
        });
    }

    /** Runs the work when the socket is over; at once if it is already. */
    public void atEnd(Runnable work) {
        synchronized (atEnd) {
            if (!ended) {
                atEnd.add(work);
                return;
            }
        }
        work.run();
    }

    /** Closes, after what was sent before. */
    public void close(CloseCode code, String reason) {
        channel.eventLoop().execute(() -> farewell(code, reason));
    }

    private void farewell(CloseCode code, String reason) {
        if (closing) {
            return;
        }
        closing = true;
        figures.closed(Integer.toString(code.number()));
        reading.discard();
        ChannelFuture unusedWrite = channel.writeAndFlush(new CloseWebSocketFrame(code.number(), reason));
        // Whatever still comes is read and dropped, or the client's system would drop our last frame instead.
        channel.config().setAutoRead(true);
        Future<?> unusedTimer = channel.eventLoop()
                .schedule(
                        () -> {
                            ChannelFuture unused = channel.close();
                        },
                        FAREWELL.toMillis(),
                        TimeUnit.MILLISECONDS);
        end();
    }

    /** Closes once nothing is served any more; completes when it is closed. */
    CompletionStage<?> leave() {
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        channel.closeFuture().addListener(closed -> gone.complete(true));
        channel.eventLoop().execute(() -> {
            leaving = true;
            leaveIfIdle();
        });
        return gone;
    }

    private void leaveIfIdle() {
        if (leaving && reading.idle()) {
            farewell(CloseCode.GOING_AWAY, "This process ends");
        }
    }

    void put(WebSocketFrame frame) {
        if (!outgoing.offer(frame)) {
            close(CloseCode.TRY_AGAIN_LATER, "You read too slowly");
        }
    }

    /** The client said something. For the event loop alone, like all that follows. */
    void heard() {
        heard = true;
    }

    /** Asks the client whether it is there, having looked whether it was the last time. */
    void beat() {
        if (!heard && !reading.paused()) {
            farewell(CloseCode.PROTOCOL_ERROR, "No pong");
        } else if (!closing) {
            heard = false;
            put(new PingWebSocketFrame());
        }
    }

    boolean closing() {
        return closing;
    }

    Reading reading() {
        return reading;
    }

    void gone(String how) {
        if (!closing) {
            closing = true;
            figures.closed(how);
        }
        end();
    }

    private void end() {
        List<Runnable> last;
        synchronized (atEnd) {
            ended = true;
            last = List.copyOf(atEnd);
            atEnd.clear();
        }
        last.forEach(Runnable::run);
    }
}
