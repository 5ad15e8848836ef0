package dev.mstv.bench;

import dev.mstv.contracts.user.UserEvent;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what one stream says, and makes room for more. Thread-safe. */
final class WatchStream implements StreamObserver<UserEvent> {

    private final Semaphore room;
    private final AtomicLong heard = new AtomicLong();
    private volatile @Nullable Throwable failure;

    WatchStream(Semaphore room) {
        this.room = room;
    }

    /**
     * How many events it has said.
     *
     * @throws IllegalStateException if it has ended
     */
    long heard() {
        Throwable why = failure;
        if (why != null) {
            throw new IllegalStateException("A stream has ended", why);
        }
        return heard.get();
    }

    @Override
    public void onNext(UserEvent event) {
        heard.incrementAndGet();
        room.release();
    }

    @Override
    public void onError(Throwable why) {
        failure = why;
    }

    @Override
    public void onCompleted() {
        failure = Status.UNAVAILABLE.asRuntimeException();
    }
}
