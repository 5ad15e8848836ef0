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
import java.util.function.Function;

/** Users, and who watches is told of each that is renamed. Messages are as large as MSTV's. */
final class BareUserService extends UserServiceImplBase {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    private final Function<String, BareUser> users;
    private final Set<StreamObserver<UserEvent>> watching = ConcurrentHashMap.newKeySet();

    /** The users by id. */
    BareUserService(Function<String, BareUser> users) {
        this.users = users;
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<UserResponse> answers) {
        answers.onNext(message(users.apply(request.getId())));
        answers.onCompleted();
    }

    @Override
    public void updateUser(UpdateUserRequest request, StreamObserver<UserResponse> answers) {
        UserResponse user = message(users.apply(request.getId())).toBuilder()
                .setName(request.getName())
                .build();
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

    private static UserResponse message(BareUser user) {
        return UserResponse.newBuilder()
                .setId(user.id().toString())
                .setEmail(user.email())
                .setName(user.name())
                .setRole(user.role())
                .setCreatedAt(user.createdAt().toString())
                .setUpdatedAt(user.updatedAt().toString())
                .setEmailVerified(user.emailVerified())
                .setVersion(1)
                .build();
    }
}
