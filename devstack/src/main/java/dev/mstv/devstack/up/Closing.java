package dev.mstv.devstack.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What must end when {@code up} ends, the last first; run by the JVM's shutdown, whatever the reason. */
final class Closing {

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private volatile boolean begun;

    /** Whether the end has begun: what fails from then on is no news. */
    boolean hasBegun() {
        return begun;
    }

    /** Starts something and registers its end, so that a signal in between cannot leave it behind. */
    synchronized <T> T start(Supplier<T> beginning, Consumer<T> ending) {
        if (begun) {
            throw new Refusal(Refusal.TRY_LATER, "Ending already");
        }
        T started = beginning.get();
        endings.push(() -> ending.accept(started));
        return started;
    }

    /** Ends everything, and lets nothing start any more. */
    void run() {
        begun = true;
        synchronized (this) {
            while (!endings.isEmpty()) {
                endings.pop().run();
            }
        }
    }
}
