package dev.mstv.users.interfaces.grpc;

import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.DeleteUserRequest;
import dev.mstv.contracts.user.DeleteUserResponse;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.ListUsersRequest;
import dev.mstv.contracts.user.ListUsersResponse;
import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserEvent;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceImplBase;
import dev.mstv.contracts.user.WatchUsersRequest;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.grpc.GrpcEdge;
import dev.mstv.platform.grpc.Replies;
import dev.mstv.platform.grpc.Watches;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.push.PushLog;
import dev.mstv.platform.web.Input;
import dev.mstv.users.CreateUser;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.FindUsers;
import dev.mstv.users.GetUser;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserDeletion;
import dev.mstv.users.UserLookup;
import dev.mstv.users.UserPage;
import dev.mstv.users.UserProblem;
import dev.mstv.users.UserUpdate;
import dev.mstv.users.UserView;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Users over gRPC. */
@Singleton
final class UserGrpc extends UserServiceImplBase implements GrpcEdge {

    private static final String ROLE = "user";

    private final Bus bus;
    private final Watches watches;

    UserGrpc(Bus bus, Watches watches) {
        this.bus = bus;
        this.watches = watches;
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<UserResponse> answers) {
        Versioned<UserView> user =
                bus.ask(new GetUser(Input.id("id", request.getId()))).orElseThrow(UserProblem.USER_NOT_FOUND::refusal);
        Replies.one(answers, UserMessages.of(user));
    }

    @Override
    public void createUser(CreateUserRequest request, StreamObserver<UserResponse> answers) {
        String name = request.getName().isEmpty() ? null : request.getName();
        CreateUser command = new CreateUser(request.getEmail(), request.getPassword(), name, ROLE);
        Replies.one(
                answers,
                switch (bus.send(command)) {
                    case UserCreation.Created(var user) -> UserMessages.of(user);
                    case UserCreation.EmailTaken refused -> throw refused.refusal();
                });
    }

    @Override
    public void listUsers(ListUsersRequest request, StreamObserver<ListUsersResponse> answers) {
        int page = request.getPage() == 0 ? 1 : request.getPage();
        UserPage found = bus.ask(new ListUsers(page, Input.limit(request.getLimit())));
        Replies.one(
                answers,
                ListUsersResponse.newBuilder()
                        .addAllUsers(
                                found.users().stream().map(UserMessages::of).toList())
                        .setTotal(Math.toIntExact(found.total()))
                        .build());
    }

    @Override
    public void updateUser(UpdateUserRequest request, StreamObserver<UserResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(UserMessages.command(request))) {
                    case UserUpdate.Updated(var user) -> UserMessages.of(user);
                    case UserUpdate.UserMissing refused -> throw refused.refusal();
                    case UserUpdate.EmailTaken refused -> throw refused.refusal();
                    case UserUpdate.Outdated refused -> throw refused.refusal();
                });
    }

    @Override
    public void deleteUser(DeleteUserRequest request, StreamObserver<DeleteUserResponse> answers) {
        DeleteUser command = new DeleteUser(
                Input.id("id", request.getId()), request.hasExpectedVersion() ? request.getExpectedVersion() : null);
        Replies.one(
                answers,
                switch (bus.send(command)) {
                    case UserDeletion.Deleted() -> DeleteUserResponse.getDefaultInstance();
                    case UserDeletion.UserMissing refused -> throw refused.refusal();
                    case UserDeletion.Outdated refused -> throw refused.refusal();
                });
    }

    @Override
    public void watchUsers(WatchUsersRequest request, StreamObserver<UserEvent> answers) {
        watches.open("user-events", request.hasAfter() ? request.getAfter() : null, answers, this::events);
    }

    private List<UserEvent> events(List<PushLog.Entry> entries) {
        // Who signs in and out is in the same channel.
        List<PushLog.Entry> news = entries.stream()
                .filter(entry -> !entry.push().event().startsWith("user.logged"))
                .toList();
        if (news.isEmpty()) {
            return List.of();
        }
        Map<UUID, UserView> users =
                users(news.stream().map(entry -> entry.push().subject()).collect(Collectors.toSet()));
        return news.stream()
                .map(entry -> UserMessages.of(entry, users.get(entry.push().subject())))
                .toList();
    }

    private Map<UUID, UserView> users(Set<UUID> ids) {
        return bus.ask(new FindUsers(ids)).stream()
                .flatMap(user -> user instanceof UserLookup.Found(var found) ? Stream.of(found) : Stream.empty())
                .collect(Collectors.toMap(UserView::id, Function.identity()));
    }
}
