package dev.mstv.users.interfaces.grpc;

import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserEvent;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushLog;
import dev.mstv.platform.web.Input;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users as messages of {@code user.proto}, and back. */
final class UserMessages {

    private UserMessages() {}

    static UserResponse of(Versioned<UserView> user) {
        return message(user.value()).setVersion(user.version()).build();
    }

    static UserResponse of(UserView user) {
        return message(user).build();
    }

    /**
     * What has happened to a user.
     *
     * @param user as they are now; null if there is none, or the client may not know
     */
    static UserEvent of(PushLog.Entry entry, @Nullable UserView user) {
        Push push = entry.push();
        UserEvent.Builder event = UserEvent.newBuilder()
                .setId(push.id().toString())
                .setEvent(push.event())
                .setUserId(push.subject().toString())
                .setOccurredAt(push.at().toString())
                .setTraceId(Objects.requireNonNullElse(push.traceId(), ""))
                .setPosition(entry.position());
        if (user != null) {
            event.setUser(of(user));
        }
        return event.build();
    }

    static UpdateUser command(UpdateUserRequest request) {
        return new UpdateUser(
                Input.id("id", request.getId()),
                request.hasEmail() ? request.getEmail() : null,
                request.hasName() ? request.getName() : null,
                request.getRemoveName(),
                request.hasRole() ? request.getRole() : null,
                request.hasExpectedVersion() ? request.getExpectedVersion() : null);
    }

    private static UserResponse.Builder message(UserView user) {
        return UserResponse.newBuilder()
                .setId(user.id().toString())
                .setEmail(user.email())
                .setName(user.name() == null ? "" : user.name())
                .setRole(user.role())
                .setCreatedAt(user.createdAt().toString())
                .setUpdatedAt(user.updatedAt().toString())
                .setEmailVerified(user.emailVerified());
    }
}
