package dev.mstv.platform.persistence;

import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Transactions of the modules' SQL databases. */
@Singleton
final class SqlTransactions implements Transactions {

    private static final int ATTEMPTS = 3;

    private final Databases databases;

    SqlTransactions(Databases databases) {
        this.databases = databases;
    }

    @Override
    public <T> T inTransaction(String module, Supplier<T> work) {
        requireNone();
        Database database = databases.of(module);
        int attempt = 1;
        while (true) {
            try {
                return UnitOfWork.run(database, work);
            } catch (StaleVersionException e) {
                // Somebody was quicker: look again at what is there now.
                if (attempt++ == ATTEMPTS) {
                    throw Problem.of(ProblemKind.CONFLICT, "concurrent_change", "Others are changing this; try again.")
                            .refusal();
                }
            }
        }
    }

    @Override
    public void requireNone() {
        UnitOfWork outer = UnitOfWork.ofThread();
        if (outer != null && outer.begun()) {
            throw new IllegalStateException("A use case must send commands before it stores anything itself");
        }
    }
}
