package dev.mstv.notifications.interfaces.rest;

import dev.mstv.notifications.ListNotifications;
import dev.mstv.notifications.MarkRead;
import dev.mstv.notifications.NotificationView;
import dev.mstv.notifications.ReadMark;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Notifications over REST. */
@Tag(name = "notifications")
@Controller("/notifications")
@Edge
class NotificationController {

    private final Bus bus;

    NotificationController(Bus bus) {
        this.bus = bus;
    }

    @Get
    @Operation(summary = "Lists the user's notifications, newest first")
    Listing<NotificationView> list(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Page<NotificationView> page = bus.ask(new ListNotifications(Input.limit(limit), Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Post("/{id}/read")
    @Operation(summary = "Marks a notification as read")
    HttpResponse<Void> markRead(String id) {
        return switch (bus.send(new MarkRead(Input.id("id", id)))) {
            case ReadMark.Marked() -> HttpResponse.noContent();
            case ReadMark.NotificationMissing refused -> throw refused.refusal();
        };
    }
}
