package dev.mstv.platform.socket;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.config.HttpSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sockets of this process. Thread-safe. */
@Singleton
public final class Sockets implements GracefulShutdownCapable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final HttpSettings settings;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final SocketFigures figures;
    private volatile boolean leaving;

    Sockets(Settings settings, MeterRegistry meters) {
        this.settings = settings.http();
        this.figures = new SocketFigures(meters, open);
    }

    /**
     * The subprotocols that a client offers, in its order.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code not_a_websocket}, {@code origin_not_allowed}
     */
    public List<String> offered(HttpRequest<?> request) {
        String unused = Handshake.accept(request);
        String origin = request.getHeaders().get("Origin");
        Set<String> allowed = settings.allowedOrigins();
        if (origin != null && !allowed.contains("*") && !allowed.contains(origin)) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            "origin_not_allowed",
                            "Pages of this origin may not open a WebSocket here.")
                    .refusal();
        }
        return Handshake.listed(request, "Sec-WebSocket-Protocol");
    }

    /**
     * Agrees to a handshake: when this answer goes out, the connection becomes a socket.
     *
     * @param subprotocol one of those that the client offers; null for none
     */
    public HttpResponse<?> accept(
            HttpRequest<?> request, @Nullable String subprotocol, Function<Socket, Conversation> conversation) {
        Client client = CallContext.current().client();
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        channel.attr(Upgrade.AGREED)
                .set(new Upgrade(
                        Handshake.accept(request),
                        subprotocol,
                        settings.bodyLimit(),
                        upgraded -> handler(upgraded, client, conversation)));
        return HttpResponse.status(HttpStatus.SWITCHING_PROTOCOLS);
    }

    private ChannelHandler handler(Channel channel, Client client, Function<Socket, Conversation> conversation) {
        Socket socket = new Socket(channel, client, figures);
        open.add(socket);
        socket.atEnd(() -> open.remove(socket));
        if (leaving) {
            CompletionStage<?> unused = socket.leave();
        }
        return new SocketHandler(socket, conversation.apply(socket), figures, HEARTBEAT);
    }

    /** Each socket closes when what it asked for is answered. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        leaving = true;
        return CompletableFuture.allOf(open.stream()
                .map(socket -> socket.leave().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    @PreDestroy
    void close() {
        open.forEach(socket -> socket.close(CloseCode.GOING_AWAY, "This process ends"));
    }
}
