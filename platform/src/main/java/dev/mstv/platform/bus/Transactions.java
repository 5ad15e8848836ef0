package dev.mstv.platform.bus;

import java.util.function.Supplier;

/** Makes what a command stores become true at once or not at all. */
public interface Transactions {

    /**
     * Runs {@code work} in a transaction that begins with its first access to the module's database, and commits it. Whatever
     * {@code work} throws rolls it back. If another transaction got in between, {@code work} runs again, a bounded
     * number of times.
     *
     * @throws IllegalStateException within another transaction: a use case that sends a command does so before it stores
     */
    <T> T inTransaction(String module, Supplier<T> work);

    /**
     * Passes if this thread has stored nothing yet that is not committed.
     *
     * @throws IllegalStateException within a transaction, as above
     */
    void requireNone();
}
