package dev.mstv.auth;

import dev.mstv.users.UserView;
import java.time.Duration;
import java.util.UUID;

/**
 * A user and the tokens of their session.
 *
 * @param expiresIn how long the access token is valid from now
 */
public record SignedIn(UserView user, UUID session, String accessToken, String refreshToken, Duration expiresIn) {

    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
