package dev.mstv.platform.bus;

import jakarta.inject.Singleton;

/** Runs a command in one transaction; what nobody waits for any more is not committed. */
@Singleton
final class Transact implements Stage {

    private final Transactions transactions;

    Transact(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        return type.command()
                ? (message, context) -> transactions.inTransaction(
                        type.moduleOf(message), () -> awaited(next.run(message, context), context))
                : next;
    }

    private static Object awaited(Object outcome, CallContext context) {
        if (context.abandoned()) {
            throw CallContext.tooLate();
        }
        return outcome;
    }
}
