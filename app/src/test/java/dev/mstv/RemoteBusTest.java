package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.Logout;
import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.GetUser;
import dev.mstv.users.GetUsers;
import dev.mstv.users.RegisterUser;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserCreation.Created;
import io.micronaut.context.ApplicationContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message reaches its module in another process, and what comes back is as if it ran here. */
class RemoteBusTest {

    private static final String PASSWORD = "correct horse battery";

    private static Split split;
    private static ApplicationContext gateway;

    @BeforeAll
    static void start() {
        split = new Split("users", "auth", "notifications,audit");
        gateway = split.gateway();
    }

    @AfterAll
    static void end() {
        gateway.close();
        split.close();
    }

    private static Sender system() {
        return new Sender(gateway, Caller.SYSTEM);
    }

    private static CreateUser someone() {
        return new CreateUser("u-" + UUID.randomUUID() + "@example.com", PASSWORD, null, "user");
    }

    @Test
    void aCommandIsCarriedOutWhereItsModuleRuns() {
        CreateUser ada = someone();
        assertThat(system().send(ada)).isInstanceOfSatisfying(Created.class, created -> assertThat(
                        new Sender(split.of("users"), Caller.SYSTEM)
                                .ask(new GetUser(created.user().value().id()))
                                .orElseThrow()
                                .value()
                                .email())
                .isEqualTo(ada.email()));
    }

    @Test
    void aModuleThatAsksAnotherFindsItInItsOwnProcess() {
        CreateUser ada = someone();
        system().send(ada);
        assertThat(system().send(new Login(ada.email(), PASSWORD))).isInstanceOf(LoginAttempt.LoggedIn.class);
    }

    @Test
    void whatIsNotValidIsRefusedFieldByField() {
        assertThat(system().refused(new CreateUser("nobody", PASSWORD, null, "user"))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("email");
    }

    @Test
    void whoMayNotIsRefused() {
        assertThat(new Sender(gateway, new Caller.Anonymous(null))
                        .refused(someone())
                        .code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void whyATokenDidNotCountIsToldByTheOtherProcess() {
        Problem expired = Problem.of(ProblemKind.UNAUTHENTICATED, "token_expired", "The token has expired.");
        assertThat(new Sender(gateway, new Caller.Anonymous(expired)).refused(someone()))
                .isEqualTo(expired);
    }

    @Test
    void anEdgeMayNotSendWhatOnlyUseCasesMay() {
        Caller.User ada = Accounts.user(gateway, someone().email(), "admin");
        assertThat(new Sender(gateway, ada)
                        .refused(new RegisterUser("x@example.com", PASSWORD, null))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void aSessionThatEndedInOneProcessHasEndedInAll() {
        Caller.User ada = Accounts.user(gateway, someone().email(), "user");
        Sender here = new Sender(gateway, ada);
        here.send(new Logout());
        assertThat(new Sender(split.of("users"), ada)
                        .refused(new UpdateUser(ada.userId(), null, "Ada", false, null, null))
                        .code())
                .isEqualTo("token_revoked");
    }

    @Test
    void whatWasStoredThereIsToldHere() {
        Sender sender = system();
        sender.send(someone());
        assertThat(sender.receipt().consistencyToken().orElseThrow().of("users"))
                .hasSize(1);
    }

    @Test
    void aCommandThatIsSentAgainWithItsKeyIsNotCarriedOutAgain() {
        CreateUser ada = someone();
        UserCreation first = system().with("key-1").send(ada);
        assertThat(system().with("key-1").send(ada)).isEqualTo(first);
    }

    @Test
    void thatAnOutcomeIsAnEarlierOneIsToldHere() {
        CreateUser ada = someone();
        system().with("key-2").send(ada);
        Sender again = system().with("key-2");
        again.send(ada);
        assertThat(again.receipt().replayed()).isTrue();
    }

    @Test
    void aMessageThatIsTooLateIsNotSent() {
        assertThat(system().late().refused(someone()).code()).isEqualTo("deadline_exceeded");
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() {
        Set<UUID> ids =
                IntStream.range(0, 200_000).mapToObj(i -> new UUID(i, i)).collect(Collectors.toSet());
        assertThat(system().refused(new GetUsers(ids)).code()).isEqualTo("message_too_large");
    }
}
