package dev.mstv.platform.socket;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.AttributeKey;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a connection once its client has been told so.
 *
 * @param accept the answer to the client's key
 * @param subprotocol which of those that the client offered; null for none
 * @param largest bytes of a message, however many frames it comes in
 * @param handler takes the connection over
 */
record Upgrade(String accept, @Nullable String subprotocol, int largest, Function<Channel, ChannelHandler> handler) {

    static final AttributeKey<Upgrade> AGREED = AttributeKey.valueOf("mstv.upgrade");

    /** Completes the head of the answer (RFC 6455, section 4.2.2). */
    void fill(HttpHeaders headers) {
        headers.remove(HttpHeaderNames.CONTENT_LENGTH);
        headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        headers.set(HttpHeaderNames.UPGRADE, "websocket");
        headers.set(HttpHeaderNames.CONNECTION, "Upgrade");
        headers.set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, accept);
        if (subprotocol != null) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, subprotocol);
        }
    }

    /** Makes the connection a socket. On its event loop, after the answer was written. */
    void begin(Channel channel) {
        if (!channel.isActive()) {
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        remove(pipeline, ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND);
        // The heartbeat takes its place.
        remove(pipeline, ChannelPipelineCustomizer.HANDLER_IDLE_STATE);
        remove(pipeline, UpgradeHandler.NAME);
        WebSocketDecoderConfig strict = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(largest)
                .closeOnProtocolViolation(false)
                .build();
        pipeline.addLast(
                new WebSocket13FrameDecoder(strict),
                new WebSocket13FrameEncoder(false),
                new Utf8FrameValidator(false),
                new WebSocketFrameAggregator(largest),
                handler.apply(channel));
        channel.flush();
        // Last, since it hands on what it has read beyond the request.
        remove(pipeline, ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC);
    }

    private static void remove(ChannelPipeline pipeline, String name) {
        if (pipeline.get(name) != null) {
            ChannelHandler unused = pipeline.remove(name);
        }
    }
}
