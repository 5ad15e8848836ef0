package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.config.ReadModelSettings.Store;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.annotation.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projections of this process. Where nothing has happened yet, an empty read model is all of it: it is there at once,
 * unless its store is away.
 */
@Context
final class Projections {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    private final Databases databases;
    private final EventStores stores;
    private final Transactions transactions;
    private final Store store;
    private final Map<String, Projection<?>> projections;

    Projections(
            List<Projection<?>> projections,
            Databases databases,
            EventStores stores,
            Transactions transactions,
            Settings settings) {
        this.databases = databases;
        this.stores = stores;
        this.transactions = transactions;
        this.store = settings.readModels().store();
        this.projections =
                projections.stream().collect(Collectors.toUnmodifiableMap(Projection::name, Function.identity()));
        projections.forEach(this::prepare);
    }

    Collection<Projection<?>> all() {
        return projections.values();
    }

    Optional<Projection<?>> named(String name) {
        return Optional.ofNullable(projections.get(name));
    }

    Rebuild.Module module(Projection<?> projection) {
        String name = projection.name().substring(0, projection.name().indexOf('.'));
        return new Rebuild.Module(
                name,
                new ProjectionTable(databases.of(name), store),
                stores.history(name),
                stores.of(name),
                transactions);
    }

    private void prepare(Projection<?> projection) {
        Rebuild.Module module = module(projection);
        module.table().add(projection.name());
        boolean unused = transactions.inTransaction(module.name(), () -> {
            if (module.table().move(projection.name())) {
                LOG.warn("{} was kept elsewhere, and is made anew in {}", projection.name(), store.word());
            }
            boolean first = module.table().untouched(projection.name())
                    && module.history().empty()
                    && made(projection);
            if (first) {
                module.table().first(projection.name());
            }
            return first;
        });
    }

    private static boolean made(Projection<?> projection) {
        try {
            projection.create(1);
            projection.complete(1);
            return true;
        } catch (Refusal away) {
            LOG.warn("{} is made later: {}", projection.name(), away.getMessage());
            return false;
        }
    }
}
