package dev.mstv.users.infrastructure;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.redis.Redis;
import dev.mstv.users.UserView;
import dev.mstv.users.application.UserList;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks for single users in the cache first; there is one where Redis is on. */
@Singleton
@Primary
@Requires(property = Redis.ON, value = "true")
final class CachedUserList implements UserList {

    private final SqlUserList list;
    private final Cache<UserView> cache;

    CachedUserList(SqlUserList list, Caches caches) {
        this.list = list;
        this.cache = UserCache.of(caches);
    }

    @Override
    public Optional<Versioned<UserView>> byId(UUID id) {
        return Optional.ofNullable(found(Set.of(id)).get(id));
    }

    @Override
    public List<UserView> byIds(Set<UUID> ids) {
        return values(found(ids));
    }

    @Override
    public List<UserView> byGatheredIds(Set<UUID> ids) {
        return values(cache.shared(ids, this::load));
    }

    /** Who has seen a change is not shown what this process remembers: another node's word may still be on its way. */
    private Map<UUID, Versioned<UserView>> found(Set<UUID> ids) {
        return CallContext.current().seen().of("users").isEmpty()
                ? cache.near(ids, this::load)
                : cache.shared(ids, this::load);
    }

    /** One alone shares a statement with whoever comes at the same time. */
    private Map<UUID, Versioned<UserView>> load(Set<UUID> ids) {
        if (ids.size() != 1) {
            return list.load(ids);
        }
        UUID id = ids.iterator().next();
        return list.byId(id).map(user -> Map.of(id, user)).orElse(Map.of());
    }

    private static List<UserView> values(Map<UUID, Versioned<UserView>> users) {
        return users.values().stream().map(Versioned::value).toList();
    }
}
