package dev.mstv.platform.push;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which part of a channel a caller may hear. Thread-safe. */
@Singleton
public final class Channels {

    private final Map<String, PushChannel> channels;
    private final Gate gate;

    Channels(List<PushChannel> channels, Gate gate) {
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(PushChannel::name, Function.identity()));
        this.gate = gate;
    }

    /**
     * The audience of a channel to which a caller belongs. Asks whether their session lives, and so may block.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code channel_not_found}, {@code unauthenticated} or another code of 401,
     *     {@code forbidden}
     */
    public Audience audience(String name, Caller caller) {
        PushChannel channel = channels.get(name);
        if (channel == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "channel_not_found", "There is no such channel.")
                    .refusal();
        }
        Caller.User user = gate.user(caller);
        gate.requireLiveSession(user);
        Condition allowed = allowed(channel, user);
        if (allowed.equals(Condition.never())) {
            throw gate.forbidden(user);
        }
        return allowed.equals(Condition.always()) && !channel.own()
                ? Audience.all(name)
                : Audience.of(name, user.userId());
    }

    /** Whether there is such a channel here and a user may hear anything of it. Does not ask whether their session lives. */
    public boolean admits(String name, Caller.User user) {
        PushChannel channel = channels.get(name);
        return channel != null && !allowed(channel, user).equals(Condition.never());
    }

    private Condition allowed(PushChannel channel, Caller.User user) {
        return gate.ability(user).narrow(channel.action(), channel.subject());
    }
}
