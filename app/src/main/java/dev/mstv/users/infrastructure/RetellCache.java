package dev.mstv.users.infrastructure;

import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.events.Effect;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.redis.Redis;
import dev.mstv.users.UserView;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * Tells the cache of every change once more: of one whose process died before it could, and of one that Redis did not
 * hear.
 */
@Singleton
@Requires(property = Redis.ON, value = "true")
final class RetellCache implements Subscriber {

    private final Cache<UserView> cache;

    RetellCache(Caches caches) {
        this.cache = UserCache.of(caches);
    }

    private record Changed() {}

    @Override
    public Subscription subscription() {
        Effect<Changed> forget = (event, about) -> cache.forget(about.stream(), about.version());
        return Subscription.named("users.retell_cache")
                .on("user.updated", Changed.class, forget)
                .on("user.email_verified", Changed.class, forget)
                .on("user.password_changed", Changed.class, forget)
                .on("user.deleted", Changed.class, forget);
    }
}
