package dev.mstv.platform.bus;

import jakarta.inject.Singleton;

/** Runs a command in one transaction. */
@Singleton
final class Transact implements Stage {

    private final Transactions transactions;

    Transact(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        return type.command()
                ? (message, context) ->
                        transactions.inTransaction(type.moduleOf(message), () -> next.run(message, context))
                : next;
    }
}
