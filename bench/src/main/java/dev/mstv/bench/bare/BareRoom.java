package dev.mstv.bench.bare;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.util.concurrent.EventExecutor;

/** Answers as MSTV does, as far as a client of the benchmark looks. */
@Sharable
final class BareRoom extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final ChannelGroup joined;

    BareRoom(EventExecutor executor) {
        this.joined = new DefaultChannelGroup(executor);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof HandshakeComplete) {
            ChannelFuture unused = ctx.writeAndFlush(new TextWebSocketFrame("{\"event\":\"connected\"}"));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
        if (frame.text().startsWith("{\"event\":\"join-room\"")) {
            boolean unusedNew = joined.add(ctx.channel());
            ChannelFuture unused = ctx.writeAndFlush(new TextWebSocketFrame("{\"event\":\"joined-room\"}"));
        } else {
            ChannelGroupFuture unused = joined.writeAndFlush(frame.retain());
        }
    }
}
