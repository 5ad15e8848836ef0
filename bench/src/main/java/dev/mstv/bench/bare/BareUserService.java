package dev.mstv.bench.bare;

import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserEvent;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceImplBase;
import dev.mstv.contracts.user.WatchUsersRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Users of any id from memory, and who watches is told of each that is renamed. Messages are as large as MSTV's. */
final class BareUserService extends UserServiceImplBase {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    private final Set<StreamObserver<UserEvent>> watching = ConcurrentHashMap.newKeySet();

    @Override
    public void getUser(GetUserRequest request, StreamObserver<UserResponse> answers) {
        answers.onNext(user(request.getId(), "Ada"));
        answers.onCompleted();
    }

    @Override
    public void updateUser(UpdateUserRequest request, StreamObserver<UserResponse> answers) {
        UserResponse user = user(request.getId(), request.getName());
        UserEvent event = UserEvent.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setEvent("user.updated")
                .setUserId(request.getId())
                .setOccurredAt(Instant.EPOCH.toString())
                .setTraceId(TRACE)
                .setPosition("1")
                .setUser(user)
                .build();
        watching.forEach(watcher -> tell(watcher, event));
        answers.onNext(user);
        answers.onCompleted();
    }

    @Override
    public void watchUsers(WatchUsersRequest request, StreamObserver<UserEvent> answers) {
        ServerCallStreamObserver<UserEvent> watcher = (ServerCallStreamObserver<UserEvent>) answers;
        watcher.setOnCancelHandler(() -> watching.remove(watcher));
        watching.add(watcher);
    }

    private static void tell(StreamObserver<UserEvent> watcher, UserEvent event) {
        // One stream may be told of two at once.
        synchronized (watcher) {
            watcher.onNext(event);
        }
    }

    private static UserResponse user(String id, String name) {
        return UserResponse.newBuilder()
                .setId(id)
                .setEmail("ada-0@example.com")
                .setName(name)
                .setRole("user")
                .setCreatedAt(Instant.EPOCH.toString())
                .setUpdatedAt(Instant.EPOCH.toString())
                .setVersion(1)
                .build();
    }
}
