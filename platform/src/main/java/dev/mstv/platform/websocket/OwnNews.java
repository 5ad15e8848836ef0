package dev.mstv.platform.websocket;

import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.security.Caller;

/**
 * What everybody who signs in is told without asking, about themselves; a bean of a module's edge.
 *
 * @param event as which it comes
 * @param channel of which it is the caller's own part
 */
public record OwnNews(String event, String channel) {

    Audience audience(Caller.User user) {
        return Audience.of(channel, user.userId());
    }

    boolean tells(Push push, Caller.User user) {
        return push.audiences().contains(audience(user));
    }
}
