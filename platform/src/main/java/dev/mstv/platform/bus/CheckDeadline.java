package dev.mstv.platform.bus;

import jakarta.inject.Singleton;

/** Does not begin what nobody waits for any more. */
@Singleton
final class CheckDeadline implements Stage {

    @Override
    public Step around(UseCaseType type, Step next) {
        return (message, context) -> {
            if (!context.remaining().isPositive()) {
                throw CallContext.tooLate();
            }
            return next.run(message, context);
        };
    }
}
