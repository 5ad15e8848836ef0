package dev.mstv.platform.web;

import dev.mstv.platform.tls.Certificates;
import dev.mstv.platform.tls.TlsContexts;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.server.netty.ssl.ServerSslBuilder;
import io.micronaut.http.ssl.ServerSslConfiguration;
import io.netty.handler.ssl.SslContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives the framework our TLS for the listeners that have it. */
@Singleton
@Requires(property = Certificates.ON, value = "true")
final class HttpsContext implements ServerSslBuilder {

    private final TlsContexts contexts;
    private final ServerSslConfiguration configuration = new ServerSslConfiguration();

    HttpsContext(TlsContexts contexts) {
        this.contexts = contexts;
        // It is not switched on here, or the server of plain HTTP would speak it.
        configuration.setHandshakeTimeout(TlsContexts.HANDSHAKE);
    }

    @Override
    public ServerSslConfiguration getSslConfiguration() {
        return configuration;
    }

    @Override
    public Optional<SslContext> build() {
        return Optional.of(contexts.http());
    }
}
