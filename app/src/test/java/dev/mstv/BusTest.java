package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import dev.mstv.users.GetUser;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserCreation;
import io.micronaut.context.ApplicationContext;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the bus refuses before a handler sees it, in the monolith on a real database. */
class BusTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Sender SYSTEM = new Sender(PROCESS, Caller.SYSTEM);
    private static final Sender ANYONE = new Sender(PROCESS, new Caller.Anonymous(null));
    private static final GetUser SOMEONE = new GetUser(new UUID(1, 2));

    private static CreateUser user(String email) {
        return new CreateUser(email, "correct horse battery", null, "user");
    }

    private static String unique() {
        return "ada-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void letsACommandThroughThatIsInOrder() {
        assertThat(SYSTEM.send(user(unique()))).isInstanceOf(UserCreation.Created.class);
    }

    @Test
    void namesEveryFieldThatIsNotValid() {
        CreateUser wrong = new CreateUser("ada", "short", "\n", "root");
        assertThat(SYSTEM.refused(wrong).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("email", "format"),
                        tuple("name", "format"),
                        tuple("password", "length"),
                        tuple("role", "format"));
    }

    @Test
    void refusesACommonPasswordByItsOwnCode() {
        CreateUser common = new CreateUser(unique(), "password", null, "user");
        assertThat(SYSTEM.refused(common).errors()).extracting(FieldError::code).containsExactly("not_common");
    }

    @Test
    void refusesWhatNoRuleAllows() {
        Sender ada = new Sender(PROCESS, Accounts.user(PROCESS, unique(), "user"));
        assertThat(ada.refused(user(unique())).code()).isEqualTo("forbidden");
    }

    @Test
    void asksWhoIsNotSignedInToSignIn() {
        assertThat(ANYONE.refused(SOMEONE).code()).isEqualTo("unauthenticated");
    }

    @Test
    void refusesTheUserOfASessionThatThereIsNot() {
        Sender ghost = new Sender(PROCESS, new Caller.User(new UUID(1, 1), "admin", new UUID(2, 2)));
        assertThat(ghost.refused(SOMEONE).code()).isEqualTo("token_revoked");
    }

    @Test
    void refusesARoleThatTheUserHasNoMore() {
        Caller.User ada = Accounts.user(PROCESS, unique(), "user");
        Sender pretender = new Sender(PROCESS, new Caller.User(ada.userId(), "admin", ada.session()));
        assertThat(pretender.refused(SOMEONE).code()).isEqualTo("token_outdated");
    }

    @Test
    void refusesAnEdgeWhatIsInternal() {
        Sender administrator = new Sender(PROCESS, Accounts.user(PROCESS, unique(), "admin"));
        assertThat(administrator.refused(new GetUsers(Set.of())).kind()).isEqualTo(ProblemKind.FORBIDDEN);
    }

    @Test
    void letsTheProcessItselfDoWhatIsInternal() {
        assertThat(SYSTEM.ask(new GetUsers(Set.of()))).isEmpty();
    }

    @Test
    void doesNotBeginWhatNobodyWaitsFor() {
        assertThat(SYSTEM.late().refused(SOMEONE).code()).isEqualTo("deadline_exceeded");
    }

    @Test
    void storesNothingOfACommandThatComesTooLate() {
        String email = unique();
        assertThat(SYSTEM.late().refused(user(email)).kind()).isEqualTo(ProblemKind.TOO_LATE);
        assertThat(SYSTEM.send(user(email))).isInstanceOf(UserCreation.Created.class);
    }

    @Test
    void checksTheDeadlineBeforeTheFields() {
        assertThat(SYSTEM.late().refused(user("ada")).code()).isEqualTo("deadline_exceeded");
    }

    @Test
    void checksTheFieldsBeforeThePermission() {
        assertThat(ANYONE.refused(user("ada")).code()).isEqualTo("validation_failed");
    }
}
