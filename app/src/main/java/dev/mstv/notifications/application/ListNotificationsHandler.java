package dev.mstv.notifications.application;

import dev.mstv.notifications.ListNotifications;
import dev.mstv.notifications.NotificationView;
import dev.mstv.notifications.domain.Notifications;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists the caller's own notifications. */
@Singleton
final class ListNotificationsHandler implements QueryHandler<ListNotifications, Page<NotificationView>> {

    private final Notifications notifications;
    private final Gate gate;

    ListNotificationsHandler(Notifications notifications, Gate gate) {
        this.notifications = notifications;
        this.gate = gate;
    }

    @Override
    public Page<NotificationView> handle(ListNotifications query) {
        Caller.User user = gate.user(CallContext.current().caller());
        List<NotificationView> oneMore = notifications.of(user.userId(), query.limit() + 1, query.after()).stream()
                .map(NotificationMapping::view)
                .toList();
        return Page.of(oneMore, query.limit(), NotificationView::id);
    }
}
