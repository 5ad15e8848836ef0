package dev.mstv.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.users.UserEmailVerified;
import dev.mstv.users.UserPasswordChanged;
import dev.mstv.users.UserRegistered;
import dev.mstv.users.UserUpdated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final Email EMAIL = new Email("Ada@example.com");
    private static final DisplayName NAME = new DisplayName("Ada");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$x");
    private static final User NEW = User.registered(ID, EMAIL, NAME, Role.USER, HASH, THEN);
    private static final User STORED = new User(ID, EMAIL, NAME, Role.USER, HASH, true, THEN, THEN, 3, List.of());

    private static UserUpdated updated(UserUpdated.Changes changes) {
        return new UserUpdated(ID, changes);
    }

    @Test
    void verifyingAnAddressIsAnEvent() {
        assertThat(NEW.withVerifiedEmail(NOW).changes()).endsWith(new UserEmailVerified(ID));
    }

    @Test
    void verifyingAVerifiedAddressChangesNothing() {
        assertThat(STORED.withVerifiedEmail(NOW)).isSameAs(STORED);
    }

    @Test
    void isRegisteredByAnEvent() {
        assertThat(NEW.changes()).containsExactly(new UserRegistered(ID, "Ada@example.com", "Ada", "user"));
    }

    @Test
    void isNotStoredYetWhenRegistered() {
        assertThat(NEW.version()).isZero();
    }

    @Test
    void hasYetToVerifyTheAddressWhenRegistered() {
        assertThat(NEW.emailVerified()).isFalse();
    }

    @Test
    void staysItselfWhereNothingIsDifferent() {
        assertThat(STORED.with(EMAIL, NAME, Role.USER, NOW)).isSameAs(STORED);
    }

    @Test
    void tellsWhichAddressIsNew() {
        assertThat(STORED.with(new Email("eve@example.com"), NAME, Role.USER, NOW)
                        .changes())
                .containsExactly(updated(new UserUpdated.Changes("eve@example.com", null, null)));
    }

    @Test
    void tellsThatTheNameWasTakenAway() {
        assertThat(STORED.with(EMAIL, null, Role.USER, NOW).changes())
                .containsExactly(updated(new UserUpdated.Changes(null, "", null)));
    }

    @Test
    void tellsWhichRoleIsNew() {
        assertThat(STORED.with(EMAIL, NAME, Role.ADMIN, NOW).changes())
                .containsExactly(updated(new UserUpdated.Changes(null, null, "admin")));
    }

    @Test
    void hasYetToVerifyANewAddress() {
        assertThat(STORED.with(new Email("eve@example.com"), NAME, Role.USER, NOW)
                        .emailVerified())
                .isFalse();
    }

    @Test
    void staysVerifiedIfOnlyTheCaseOfTheAddressIsNew() {
        assertThat(STORED.with(new Email("ADA@example.com"), NAME, Role.USER, NOW)
                        .emailVerified())
                .isTrue();
    }

    @Test
    void remembersWhenItWasChanged() {
        assertThat(STORED.with(EMAIL, null, Role.USER, NOW).updatedAt()).isEqualTo(NOW);
    }

    @Test
    void keepsItsVersionUntilItIsStored() {
        assertThat(STORED.with(EMAIL, null, Role.USER, NOW).version()).isEqualTo(3);
    }

    @Test
    void tellsThatThePasswordIsNewAndNothingOfIt() {
        assertThat(STORED.withPassword(new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$y"), NOW)
                        .changes())
                .containsExactly(new UserPasswordChanged(ID));
    }

    @Test
    void collectsWhatHappens() {
        User twice = STORED.with(EMAIL, null, Role.USER, NOW).withPassword(HASH, NOW);
        assertThat(twice.changes()).hasSize(2);
    }
}
