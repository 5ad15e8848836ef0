package dev.mstv.bench;

import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceStub;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** One call after the other, until a time; on the event loop, but for the first. */
final class GrpcLane implements StreamObserver<UserResponse> {

    private final UserServiceStub users;
    private final GetUserRequest request;
    private final long end;
    private final CompletableFuture<long[]> done = new CompletableFuture<>();
    private final Latencies latencies = new Latencies();
    private long begin;

    GrpcLane(UserServiceStub users, GetUserRequest request, long end) {
        this.users = users;
        this.request = request;
        this.end = end;
    }

    /** In nanoseconds, when the time is over; fails with the first call that does. */
    CompletableFuture<long[]> latencies() {
        return done;
    }

    void next() {
        begin = System.nanoTime();
        users.getUser(request, this);
    }

    @Override
    public void onNext(UserResponse user) {
        if (!user.getId().equals(request.getId())) {
            done.completeExceptionally(new IllegalStateException("Another user was answered"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        long now = System.nanoTime();
        latencies.add(now - begin);
        if (now < end) {
            next();
        } else {
            done.complete(latencies.all());
        }
    }
}
