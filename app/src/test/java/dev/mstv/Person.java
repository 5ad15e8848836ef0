package dev.mstv;

import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.SignedIn;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;

/** Someone who is signed in, and talks to a process by its edges. */
record Person(UUID id, UUID session, String token) {

    private static final String PASSWORD = "correct horse battery";

    /** A new user. */
    static Person user(ApplicationContext process) {
        return of(process, "user");
    }

    /** A new administrator. */
    static Person administrator(ApplicationContext process) {
        return of(process, "admin");
    }

    private static Person of(ApplicationContext process, String role) {
        String email = role + '-' + UUID.randomUUID() + "@example.com";
        Sender system = new Sender(process, Caller.SYSTEM);
        if (system.send(new CreateUser(email, PASSWORD, "Ada", role)) instanceof UserCreation.Created
                && system.send(new Login(email, PASSWORD)) instanceof LoginAttempt.LoggedIn(SignedIn in)) {
            return new Person(in.user().id(), in.session(), in.accessToken());
        }
        throw new IllegalStateException("Cannot sign in");
    }

    String authorization() {
        return "Bearer " + token;
    }
}
