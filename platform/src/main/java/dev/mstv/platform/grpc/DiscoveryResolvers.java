package dev.mstv.platform.grpc;

import dev.mstv.platform.discovery.Discovery;
import dev.mstv.platform.discovery.Instance;
import io.grpc.Attributes;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells gRPC where modules run, as discovery says. */
final class DiscoveryResolvers extends NameResolverProvider {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryResolvers.class);
    private static final int USUAL = 5;

    // One registry serves every context of a JVM, so each has a scheme of its own.
    private final String scheme = "mstv-" + UUID.randomUUID();
    private final Discovery discovery;
    private final Set<Resolver> open = ConcurrentHashMap.newKeySet();

    DiscoveryResolvers(Discovery discovery) {
        this.discovery = discovery;
        discovery.onChange(() -> open.forEach(Resolver::refresh));
    }

    String target(String module) {
        return scheme + ":///" + module;
    }

    @Override
    public NameResolver newNameResolver(URI target, NameResolver.Args args) {
        return new Resolver(target.getPath().substring(1), args.getOffloadExecutor());
    }

    @Override
    public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
        return List.of(InetSocketAddress.class);
    }

    @Override
    public String getDefaultScheme() {
        return scheme;
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return USUAL;
    }

    private final class Resolver extends NameResolver {

        private final String module;
        private final Executor blocking;
        private final Lock lock = new ReentrantLock();
        private final Set<String> unknown = new HashSet<>();
        private Map<SocketAddress, String> told = Map.of();
        private volatile @Nullable Listener2 listener;

        Resolver(String module, @Nullable Executor blocking) {
            this.module = module;
            this.blocking = blocking == null ? Runnable::run : blocking;
        }

        @Override
        public String getServiceAuthority() {
            return module;
        }

        @Override
        public void start(Listener2 to) {
            listener = to;
            open.add(this);
            refresh();
        }

        @Override
        public void refresh() {
            blocking.execute(this::resolve);
        }

        @Override
        public void shutdown() {
            open.remove(this);
        }

        private void resolve() {
            lock.lock();
            try {
                Listener2 to = listener;
                if (to != null) {
                    tell(to);
                }
            } finally {
                lock.unlock();
            }
        }

        // gRPC asks again whenever a connection may be tried again. Told the same once more, its outlier detection has
        // nothing to count by for a moment, and calls that are picked in it fail with UNKNOWN or hang.
        private void tell(Listener2 to) {
            Map<SocketAddress, String> before = told;
            told = addresses();
            if (told.isEmpty()) {
                to.onError(Status.UNAVAILABLE.withDescription("No process of " + module + " is known"));
            } else if (!told.equals(before)) {
                to.onResult(ResolutionResult.newBuilder()
                        .setAddressesOrError(StatusOr.fromValue(
                                told.entrySet().stream().map(Resolver::named).toList()))
                        .build());
            }
        }

        // The certificate of a process is for the host that discovery names, not for the module that is asked for.
        private static EquivalentAddressGroup named(Map.Entry<SocketAddress, String> address) {
            return new EquivalentAddressGroup(
                    address.getKey(),
                    Attributes.newBuilder()
                            .set(EquivalentAddressGroup.ATTR_AUTHORITY_OVERRIDE, address.getValue())
                            .build());
        }

        /** Where the processes are, and by which name. */
        private Map<SocketAddress, String> addresses() {
            Map<SocketAddress, String> addresses = new HashMap<>();
            for (Instance instance : discovery.of(module)) {
                try {
                    for (InetAddress address : InetAddress.getAllByName(instance.host())) {
                        addresses.putIfAbsent(new InetSocketAddress(address, instance.port()), instance.toString());
                    }
                    unknown.remove(instance.host());
                } catch (UnknownHostException e) {
                    if (unknown.add(instance.host())) {
                        LOG.warn("Nobody knows where {} is, which runs {}", instance.host(), module);
                    }
                }
            }
            return addresses;
        }
    }
}
