package dev.mstv.bench;

import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.SessionCheck;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A fake, because the real one reads a database and the stages alone are measured. */
@Singleton
final class FakeSessionCheck implements SessionCheck {

    @Override
    public Optional<String> currentRole(Caller.User caller) {
        return Optional.of(caller.role());
    }
}
