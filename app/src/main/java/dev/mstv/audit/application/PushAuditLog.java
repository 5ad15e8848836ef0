package dev.mstv.audit.application;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.EventPushes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Shows everything that happens to those who watch. */
@Singleton
final class PushAuditLog implements Subscriber {

    private final EventPushes pushes;

    PushAuditLog(EventPushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public Subscription subscription() {
        return pushes.subscription("audit.pushes", Set.of(Audience.all("audit-logs")));
    }
}
