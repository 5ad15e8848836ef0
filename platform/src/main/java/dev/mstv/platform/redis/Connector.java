package dev.mstv.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes links to one server. */
final class Connector implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofMillis(500);
    private static final int THREADS = 2;
    private static final int WAITING_COMMANDS = 8_192;

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;

    Connector(URI address) {
        this.address = RedisURI.create(address);
        this.address.setTimeout(CONNECT_LIMIT);
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        this.client = RedisClient.create(resources);
        // Whoever asks a server that is away hears it at once; reconnecting is our own business.
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_LIMIT)
                        .keepAlive(true)
                        .build())
                .build());
    }

    /** See {@link Link#open}. */
    Link open(Duration limit, Consumer<String> heard, Consumer<Link> broken) {
        return Link.open(client, address, limit, heard, broken);
    }

    /** Where the server is, for people; no password. */
    @Override
    public String toString() {
        return address.getHost() + ":" + address.getPort();
    }

    @Override
    public void close() {
        // Not the client: it would only close connections that are closed already, and say so.
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
