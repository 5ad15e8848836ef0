package dev.mstv.platform.config.live;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.jobs.Worker;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.ConsulException;

/**
 * Tells of every change of a setting in Consul, also of one that was made there by hand: once, however many processes
 * follow it. The processes of the first module do so, in its store, and what was changed while none of them ran is told
 * when one does.
 *
 * <p>Each of them first reads what was told, then Consul, and appends only if nobody told more meanwhile: so one that
 * learns late of an old change finds that more was told already, and does not tell it as a new one.
 */
@Context
@Requires(property = ConsulAgent.ON, value = "true")
final class ConfigurationTrail {

    /** The stream of all changes. */
    static final UUID STREAM = UUID.nameUUIDFromBytes("configuration".getBytes(StandardCharsets.UTF_8));

    private final String module;
    private final ConfigurationWatch watch;
    private final ConfigurationStore configuration;
    private final LiveSettings settings;
    private final EventStores stores;
    private final Transactions transactions;
    private final Worker worker = new Worker("configuration", this::tell);
    private @Nullable Snapshot told;

    ConfigurationTrail(
            Composition composition,
            ConfigurationWatch watch,
            ConfigurationStore configuration,
            LiveSettings settings,
            EventStores stores,
            Transactions transactions) {
        this.module = composition.all().getFirst();
        this.watch = watch;
        this.configuration = configuration;
        this.settings = settings;
        this.stores = stores;
        this.transactions = transactions;
        if (composition.modules().contains(module)) {
            worker.start(1);
        }
    }

    /** Whether it told something, so that there may be more. */
    private boolean tell() {
        Optional<Snapshot> seen = watch.latest();
        if (seen.isEmpty() || seen.get().equals(told)) {
            return false;
        }
        EventStore store = stores.of(module);
        Trail trail = Trail.of(store.stream(STREAM));
        try {
            Snapshot newest = configuration.newest();
            List<ConfigurationChanged> missing = trail.missing(newest, settings);
            if (missing.isEmpty()) {
                told = newest;
                return false;
            }
            append(store, trail, newest, missing.getFirst());
            return true;
        } catch (ConsulException e) {
            // Known to whoever asks for this process's health; what is to be told waits.
            return false;
        }
    }

    private void append(EventStore store, Trail trail, Snapshot newest, ConfigurationChanged change) {
        CallContext call = newest.get(ConfigurationKeys.request(change.key()))
                .filter(request -> made(request, change, trail))
                .flatMap(request -> Requester.parse(request.value()))
                .map(Requester::call)
                .orElseGet(CallContext::ofProcess);
        boolean unused = call.call(() -> transactions.inTransaction(module, () -> {
            boolean first = store.stream(STREAM).size() == trail.length();
            if (first) {
                store.append(STREAM, trail.length(), List.of(change));
            }
            return first;
        }));
    }

    /** Whether the request made the change: it was noted in the same transaction, or after what was told last. */
    private static boolean made(Entry request, ConfigurationChanged change, Trail trail) {
        if (change.value() != null) {
            return request.revision() == change.revision();
        }
        ConfigurationChanged before = trail.last().get(change.key());
        return before != null && request.revision() > before.revision();
    }

    @PreDestroy
    void close() {
        worker.close();
    }
}
