package dev.mstv.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Settings that may change while the process runs. Ask for them each time they are needed, or be told of every change.
 * Thread-safe.
 *
 * @param <T> immutable, with an {@code equals} of its values
 */
public final class Live<T> {

    private final List<Consumer<? super T>> listeners = new ArrayList<>();
    private volatile T value;

    Live(T value) {
        this.value = value;
    }

    /** What they are now. Does not block. */
    public T get() {
        return value;
    }

    /**
     * Has the listener called at once with what they are, and with every change, one call after the other. It must neither
     * block nor throw.
     */
    public synchronized void onChange(Consumer<? super T> listener) {
        listeners.add(listener);
        listener.accept(value);
    }

    synchronized void set(T changed) {
        if (!changed.equals(value)) {
            value = changed;
            listeners.forEach(listener -> listener.accept(changed));
        }
    }
}
