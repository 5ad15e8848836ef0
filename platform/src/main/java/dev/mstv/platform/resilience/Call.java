package dev.mstv.platform.resilience;

import java.io.IOException;
import java.time.Duration;

/**
 * A call of a {@link Target}. How it ends says how the target does:
 *
 * <ul>
 *   <li>an {@link IOException} (or an {@link java.io.UncheckedIOException}): the target does not do what it is there for.
 *       Throw one for an answer that says so as well, such as an HTTP status from 500 on;
 *   <li>a {@link dev.mstv.platform.problem.Refusal}: the target's own answer, which its caller gets as it is. Only the kind
 *       {@code UNAVAILABLE} counts as a failure;
 *   <li>any other exception: a fault of the calling code. It says nothing about the target, and goes on as it is.
 * </ul>
 */
@FunctionalInterface
public interface Call<T> {

    /**
     * Does it, once.
     *
     * @param limit how long it may take. Give it to clients that can keep to it themselves; any other is interrupted then,
     *     which ends whatever waits on a virtual thread
     */
    T run(Duration limit) throws IOException, InterruptedException;
}
