package dev.mstv;

import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.SignedIn;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;

/** Makes people for tests. */
final class Accounts {

    private static final String PASSWORD = "correct horse battery";

    private Accounts() {}

    /** Someone new, signed in. */
    static Caller.User user(ApplicationContext process, String email, String role) {
        return caller(signedIn(process, email, role));
    }

    /** Whose session it is. */
    static Caller.User caller(SignedIn signedIn) {
        return new Caller.User(signedIn.user().id(), signedIn.user().role(), signedIn.session());
    }

    /** Someone new of whom nobody has heard, signed in. */
    static SignedIn someone(ApplicationContext process) {
        return signedIn(process, "ada-" + UUID.randomUUID() + "@example.com", "user");
    }

    /** Someone new, signed in, with their tokens. */
    static SignedIn signedIn(ApplicationContext process, String email, String role) {
        Sender system = new Sender(process, Caller.SYSTEM);
        UserCreation creation = system.send(new CreateUser(email, PASSWORD, null, role));
        if (creation instanceof UserCreation.Created
                && system.send(new Login(email, PASSWORD)) instanceof LoginAttempt.LoggedIn(var signedIn)) {
            return signedIn;
        }
        throw new IllegalStateException("Cannot sign in as " + email);
    }
}
