package dev.mstv.auth.interfaces.grpc;

import dev.mstv.auth.SessionView;
import dev.mstv.auth.SignedIn;
import dev.mstv.contracts.auth.AuthResponse;
import dev.mstv.contracts.auth.Session;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.users.UserView;

/** Users, their tokens and sessions as messages of {@code auth.proto}. */
final class AuthMessages {

    private AuthMessages() {}

    static AuthResponse of(SignedIn signedIn) {
        return AuthResponse.newBuilder()
                .setUser(message(signedIn.user()))
                .setAccessToken(signedIn.accessToken())
                .setRefreshToken(signedIn.refreshToken())
                .setTokenType("Bearer")
                .setExpiresIn(signedIn.expiresIn().toSeconds())
                .build();
    }

    static UserResponse of(Versioned<UserView> user) {
        return message(user.value()).setVersion(user.version()).build();
    }

    static Session of(SessionView session) {
        Session.Builder message = Session.newBuilder()
                .setId(session.id().toString())
                .setIpAddress(session.ipAddress())
                .setCreatedAt(session.createdAt().toString())
                .setLastUsedAt(session.lastUsedAt().toString())
                .setExpiresAt(session.expiresAt().toString())
                .setCurrent(session.current());
        return session.userAgent() == null
                ? message.build()
                : message.setUserAgent(session.userAgent()).build();
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
