package dev.mstv.platform.grpc;

import io.grpc.netty.NettyServerBuilder;
import java.util.concurrent.TimeUnit;

/** What one connection may ask of the server. */
final class Limits {

    // A gateway sends what many clients ask over one connection, and gives much of it up at once if a module hangs.
    private static final int CALLS = 1_000;
    private static final int GIVEN_UP = 3_000;
    private static final int GIVEN_UP_IN_SECONDS = 10;
    private static final int HEADERS = 16_384;

    private Limits() {}

    static void set(NettyServerBuilder server, int bodyLimit) {
        server.maxInboundMessageSize(Math.max(Sizes.CALL, bodyLimit))
                .maxInboundMetadataSize(HEADERS)
                .maxConcurrentCallsPerConnection(CALLS)
                // HTTP/2 rapid reset, CVE-2023-44487.
                .maxRstFramesPerWindow(GIVEN_UP, GIVEN_UP_IN_SECONDS)
                .handshakeTimeout(10, TimeUnit.SECONDS)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .maxConnectionIdle(5, TimeUnit.MINUTES)
                // A connection whose other end is gone without a word is found and its calls are cancelled.
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS);
    }
}
