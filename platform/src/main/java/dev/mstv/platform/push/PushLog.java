package dev.mstv.platform.push;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pushes in one order that every process sees alike, kept for a while. Thread-safe; its readers are not. */
public interface PushLog {

    /** For so long pushes can be read again, where there is room for them. */
    Duration KEPT = Duration.ofHours(1);

    /** So many are kept at most, where they are in memory. */
    int MOST = 100_000;

    /**
     * Adds to the end; when it returns, they are kept.
     *
     * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if the log is away
     */
    void append(List<Push> pushes);

    /**
     * A reader of what comes after a position.
     *
     * @param position of an entry, or null for what is appended from now on
     * @throws PushesGoneException if the log has no such position, or not any more
     * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if the log is away
     */
    Reader read(@Nullable String position) throws PushesGoneException;

    /** A push in its place. */
    record Entry(String position, Push push) {}

    /** Goes forward through the log. Used by one thread at a time. */
    interface Reader extends AutoCloseable {

        /** The position of the last entry that was read. */
        String position();

        /**
         * The next entries, some hundred at most; empty if none came within the time.
         *
         * @throws PushesGoneException if entries in between are gone
         * @throws dev.mstv.platform.problem.Refusal of kind {@code UNAVAILABLE} if the log is away
         */
        List<Entry> next(Duration patience) throws PushesGoneException, InterruptedException;

        /** Whether everything was read that was there when the reader was made. */
        boolean caughtUp();

        @Override
        void close();
    }
}
