package dev.mstv.platform.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes over a socket, from the connection to the conversation. Lives on the event loop. */
final class SocketHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final Socket socket;
    private final Conversation conversation;
    private final SocketFigures figures;
    private final Duration heartbeat;

    SocketHandler(Socket socket, Conversation conversation, SocketFigures figures, Duration heartbeat) {
        this.socket = socket;
        this.conversation = conversation;
        this.figures = figures;
        this.heartbeat = heartbeat;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Future<?> beats = ctx.executor()
                .scheduleAtFixedRate(socket::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        socket.atEnd(() -> {
            boolean unused = beats.cancel(false);
        });
        socket.reading().resumedBy(() -> {
            takeIn(ctx);
            socket.reading().more();
        });
        conversation.opened();
        socket.reading().more();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        socket.heard();
        WebSocketFrame frame = (WebSocketFrame) message;
        if (socket.closing()) {
            // Nothing waits any more, but for the client's goodbye.
            takeOne(ctx, frame);
        } else {
            socket.reading().came(frame);
            takeIn(ctx);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        socket.reading().more();
    }

    private void takeIn(ChannelHandlerContext ctx) {
        WebSocketFrame frame = socket.reading().next();
        while (frame != null) {
            takeOne(ctx, frame);
            frame = socket.reading().next();
        }
    }

    private void takeOne(ChannelHandlerContext ctx, WebSocketFrame frame) {
        try {
            take(ctx, frame);
        } finally {
            boolean unused = frame.release();
        }
    }

    private void take(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (socket.closing() && !(frame instanceof CloseWebSocketFrame)) {
            return;
        }
        switch (frame) {
            case CloseWebSocketFrame goodbye -> closed(ctx, goodbye);
            case TextWebSocketFrame text -> {
                figures.received();
                conversation.text(text.text());
            }
            case BinaryWebSocketFrame binary -> {
                figures.received();
                conversation.binary();
            }
            case PingWebSocketFrame ping ->
                socket.put(new PongWebSocketFrame(ping.content().retain()));
            default -> {
                // A pong; that something came is noted already.
            }
        }
    }

    private void closed(ChannelHandlerContext ctx, CloseWebSocketFrame frame) {
        if (socket.closing()) {
            end(ctx);
            return;
        }
        socket.gone("client");
        // RFC 6455, section 5.5.1: the same code goes back. 1005 stands for none and is never sent.
        CloseWebSocketFrame answer =
                frame.statusCode() < 0 ? new CloseWebSocketFrame() : new CloseWebSocketFrame(frame.statusCode(), "");
        ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private static void end(ChannelHandlerContext ctx) {
        ChannelFuture unused = ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        socket.gone("lost");
        socket.reading().discard();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        switch (failure) {
            case CorruptedWebSocketFrameException corrupt -> {
                CloseCode code = CloseCode.of(corrupt.closeStatus().code());
                socket.close(code, code == CloseCode.TOO_BIG ? "The message is too large" : "Not as RFC 6455 has it");
            }
            case TooLongFrameException tooLong -> socket.close(CloseCode.TOO_BIG, "The message is too large");
            case IOException lost -> end(ctx);
            default -> {
                LOG.error("A socket is closed because of a bug", failure);
                socket.close(CloseCode.INTERNAL_ERROR, "Something went wrong on our side");
            }
        }
    }
}
