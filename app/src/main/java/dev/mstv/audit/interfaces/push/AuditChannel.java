package dev.mstv.audit.interfaces.push;

import dev.mstv.platform.push.PushChannel;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Everything that happens. */
@Factory
final class AuditChannel {

    @Singleton
    PushChannel channel() {
        return new PushChannel("audit-logs", "list", "AuditEntry", false);
    }
}
