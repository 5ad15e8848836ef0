package dev.mstv.platform.websocket;

import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushListener;
import dev.mstv.platform.push.PushMessage;
import dev.mstv.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Somebody signed in, who is told of themselves.
 *
 * @param told takes the name of the event and what is to be said
 */
record Member(Caller.User user, List<OwnNews> own, BiConsumer<String, Object> told) implements PushListener {

    Set<Audience> audiences() {
        return own.stream().map(news -> news.audience(user)).collect(Collectors.toSet());
    }

    @Override
    public void pushed(Push push, String position) {
        own.stream()
                .filter(news -> news.tells(push, user))
                .forEach(news -> told.accept(news.event(), PushMessage.of(push)));
    }

    @Override
    public void missed() {
        told.accept("reset", Map.of());
    }
}
