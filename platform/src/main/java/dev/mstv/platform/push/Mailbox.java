package dev.mstv.platform.push;

import java.util.concurrent.ArrayBlockingQueue;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Sinks;

/**
 * What waits to be sent to one client who takes it at their own pace: for who takes nothing it does not grow. One
 * subscriber; any thread may put something in.
 *
 * @param <T> of what is sent
 */
public final class Mailbox<T> implements Publisher<T> {

    private final Sinks.Many<T> sink;

    /**
     * An empty one.
     *
     * @param most how much waits at most
     * @param closed is called once, when it is closed or the subscriber is gone
     */
    public Mailbox(int most, Runnable closed) {
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(most), closed::run);
    }

    /** Puts something in; false if there is no room or it is closed. */
    public synchronized boolean offer(T item) {
        return sink.tryEmitNext(item).isSuccess();
    }

    /** Nothing more comes; what waits is still taken. */
    public synchronized void close() {
        Sinks.EmitResult unused = sink.tryEmitComplete();
    }

    /** As {@link #close}, because of a failure. */
    public synchronized void fail(Throwable failure) {
        Sinks.EmitResult unused = sink.tryEmitError(failure);
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        sink.asFlux().subscribe(subscriber);
    }
}
