package dev.mstv.users.interfaces.push;

import dev.mstv.platform.push.PushChannel;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What happens to users and their sessions. */
@Factory
final class UserChannel {

    @Singleton
    PushChannel channel() {
        return new PushChannel("user-events", "read", "User", false);
    }
}
