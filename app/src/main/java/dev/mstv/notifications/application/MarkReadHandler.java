package dev.mstv.notifications.application;

import dev.mstv.notifications.MarkRead;
import dev.mstv.notifications.ReadMark;
import dev.mstv.notifications.ReadMark.Marked;
import dev.mstv.notifications.ReadMark.NotificationMissing;
import dev.mstv.notifications.domain.Notifications;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Marks a notification as read; one that is not the caller's to mark is, to them, not there. */
@Singleton
final class MarkReadHandler implements CommandHandler<MarkRead, ReadMark> {

    private final Notifications notifications;
    private final Gate gate;
    private final Clock clock;

    MarkReadHandler(Notifications notifications, Gate gate, Clock clock) {
        this.notifications = notifications;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public ReadMark handle(MarkRead command) {
        Ability ability = gate.ability(CallContext.current().caller());
        boolean theirs = notifications
                .find(command.id())
                .filter(found -> ability.can("update", NotificationMapping.subject(found)))
                .isPresent();
        if (!theirs) {
            return new NotificationMissing();
        }
        notifications.markRead(command.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Marked();
    }
}
