package dev.mstv.platform.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Makes a socket of a connection when the answer goes out that says so. */
final class UpgradeHandler extends ChannelOutboundHandlerAdapter {

    static final String NAME = "mstv-upgrade";

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Upgrade upgrade = ctx.channel().attr(Upgrade.AGREED).get();
        if (upgrade != null
                && message instanceof HttpResponse response
                && response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            ctx.channel().attr(Upgrade.AGREED).set(null);
            upgrade.fill(response.headers());
            // Later, since the rest of the answer is written by the same call.
            ctx.executor().execute(() -> upgrade.begin(ctx.channel()));
        }
        ChannelFuture unused = ctx.write(message, promise);
    }
}
