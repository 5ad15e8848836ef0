package dev.mstv.platform.bus;

import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;

/** Lets a message pass if its sender may send messages of this type at all; the handler checks the instance. */
@Singleton
final class Authorize implements Stage {

    private final Gate gate;

    Authorize(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        return switch (type.access()) {
            case ANYONE -> next;
            case PERMITTED ->
                (message, context) -> {
                    gate.requireLiveSession(context.caller());
                    gate.requireAny(context.caller(), type.action(), type.subject());
                    return next.run(message, context);
                };
            case INTERNAL ->
                (message, context) -> {
                    if (!context.nested() && !context.caller().equals(Caller.SYSTEM)) {
                        throw gate.forbidden(context.caller());
                    }
                    return next.run(message, context);
                };
        };
    }
}
