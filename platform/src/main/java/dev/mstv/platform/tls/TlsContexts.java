package dev.mstv.platform.tls;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.TlsSettings;
import io.grpc.netty.GrpcSslContexts;
import io.micronaut.context.annotation.Requires;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** How TLS is spoken, by whichever server or client of this process. */
@Singleton
@Requires(property = Certificates.ON, value = "true")
public final class TlsContexts {

    /** Who has not shaken hands by then is not waited for. */
    public static final Duration HANDSHAKE = Duration.ofSeconds(10);

    // Whoever comes back sooner is not asked again who they are.
    private static final Duration SESSION = Duration.ofMinutes(10);

    private final Certificates certificates;
    private final ClientAuth clients;

    TlsContexts(Certificates certificates, Settings settings) {
        this.certificates = certificates;
        this.clients = asked(settings.tls().orElseThrow().clients());
    }

    /** Of a server that speaks HTTP/2 or HTTP/1.1, as the client likes. */
    public SslContext http() {
        return built(server().applicationProtocolConfig(new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1)));
    }

    /** Of a server that speaks gRPC. */
    public SslContext grpc() {
        return built(restricted(GrpcSslContexts.configure(server(), SslProvider.JDK)));
    }

    /** Of calls by gRPC to other processes of the system, which show the certificate of this one if they are asked. */
    public SslContext calls() {
        return built(restricted(GrpcSslContexts.configure(
                SslContextBuilder.forClient()
                        .keyManager(certificates.identity())
                        .trustManager(certificates.authorities()),
                SslProvider.JDK)));
    }

    private SslContextBuilder server() {
        return restricted(SslContextBuilder.forServer(certificates.identity())
                .sslProvider(SslProvider.JDK)
                .trustManager(certificates.clientAuthorities())
                .clientAuth(clients)
                .sessionTimeout(SESSION.toSeconds()));
    }

    private static SslContextBuilder restricted(SslContextBuilder builder) {
        return builder.protocols(Ciphers.PROTOCOLS).ciphers(Ciphers.suites());
    }

    private static SslContext built(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("This JDK cannot speak TLS as it should", e);
        }
    }

    private static ClientAuth asked(TlsSettings.Clients clients) {
        return switch (clients) {
            case NONE -> ClientAuth.NONE;
            case OPTIONAL -> ClientAuth.OPTIONAL;
            case REQUIRED -> ClientAuth.REQUIRE;
        };
    }
}
