package dev.mstv.platform.web;

import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.TlsSettings;
import dev.mstv.platform.tls.Certificates;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.NettyEmbeddedServerFactory;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.Http2Settings;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.web.router.Router;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * Listens to HTTP/2 and HTTP/1.1 over TLS, beside the server of plain HTTP/1.1, which stays as it is: the framework's dual
 * protocol would give both the same versions of HTTP, and name the port of TLS wherever the plain one is asked for.
 */
@Singleton
@Requires(property = Certificates.ON, value = "true")
public final class HttpsServer implements GracefulShutdownCapable {

    // Of one connection. A client that resets many is cut off by Netty: more than 200 within 30 s are too many.
    private static final long STREAMS = 100;

    private final NettyEmbeddedServer server;
    private final Router router;

    HttpsServer(NettyEmbeddedServerFactory servers, ApplicationContext context, Router router, Settings settings) {
        NettyHttpServerConfiguration configuration = context.createBean(NettyHttpServerConfiguration.class);
        TlsSettings tls = settings.tls().orElseThrow();
        configuration.setHttpVersion(HttpVersion.HTTP_2_0);
        configuration.setListeners(List.of(NettyListenerConfiguration.createTcp(
                settings.http().host(), tls.port() == 0 ? -1 : tls.port(), true, null, null)));
        Http2Settings http2 = new Http2Settings();
        http2.setMaxConcurrentStreams(STREAMS);
        http2.setMaxHeaderListSize((long) configuration.getMaxHeaderSize());
        configuration.setHttp2(http2);
        this.server = servers.build(configuration);
        this.router = router;
    }

    /**
     * Listens from now on.
     *
     * @param httpPort where plain HTTP is listened to
     * @throws ConfigurationException if the address is not to be had
     */
    public void start(int httpPort) {
        try {
            NettyEmbeddedServer unused = server.start();
        } catch (ServerStartupException e) {
            throw new ConfigurationException("HTTPS_PORT: cannot be listened at, " + e.getMessage());
        }
        // Where a controller has a port of its own, all others are found at those that are named only.
        router.applyDefaultPorts(List.of(httpPort, port()));
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        return server.shutdownGracefully();
    }

    @Override
    public OptionalLong reportActiveTasks() {
        return server.reportActiveTasks();
    }

    @PreDestroy
    void close() {
        NettyEmbeddedServer unused = server.stopServerOnly();
    }
}
