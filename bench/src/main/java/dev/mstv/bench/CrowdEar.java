package dev.mstv.bench;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** What all of a crowd hear. What they are refused is only reported if something is missing in the end. */
@Sharable
final class CrowdEar extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private static final String NOTHING = "nothing";

    private volatile Chorus awaited = new Chorus(NOTHING, 0, () -> "");
    private volatile String last = "";
    private volatile String fault = NOTHING;
    private volatile boolean leaving;

    Chorus expect(String event, int times) {
        Chorus next = new Chorus(event, times, () -> fault);
        awaited = next;
        return next;
    }

    String last() {
        return last;
    }

    void leave() {
        leaving = true;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
        String text = frame.text();
        if (awaited.hear(text)) {
            last = text;
        } else if (text.contains("\"success\":false")) {
            fault = text;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!leaving) {
            fault = fault.equals(NOTHING) ? "a connection was closed" : fault;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fault = cause.toString();
        ChannelFuture unused = ctx.close();
    }
}
