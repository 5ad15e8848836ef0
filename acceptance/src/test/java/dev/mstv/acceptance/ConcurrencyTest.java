package dev.mstv.acceptance;

import static dev.mstv.acceptance.TwoProcesses.MANY;
import static dev.mstv.acceptance.TwoProcesses.accounts;
import static dev.mstv.acceptance.TwoProcesses.all;
import static dev.mstv.acceptance.TwoProcesses.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once, spread over two processes. */
class ConcurrencyTest {

    private static TwoProcesses both;

    @BeforeAll
    static void start() {
        both = new TwoProcesses();
    }

    @AfterAll
    static void end() {
        both.close();
    }

    @Test
    void oneOfManyRegistrationsOfAnAddressWins() {
        String email = World.newEmail();

        List<Answer> answers = all(number -> both.app(number).send(registration(email)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() != 201)
                        .map(Answer::problem)
                        .collect(Collectors.groupingBy(problem -> problem, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("409 email_taken", MANY - 1L));
        assertThat(accounts(email)).isEqualTo("1");
    }

    @Test
    void ofManyChangesOfOneVersionOneWins() {
        Account account = Account.registered(both.app(0));
        String seen =
                both.app(0).send(account.get(account.path())).header("etag").orElseThrow();

        List<Answer> answers = all(number -> both.app(number)
                .send(account.patch(account.path(), "{\"name\":\"Ada " + number + "\"}")
                        .header("If-Match", seen)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() != 200)
                        .map(Answer::problem)
                        .distinct())
                .containsExactly("412 stale_version");
    }

    @Test
    void oneOfManyUsesOfARefreshTokenWins() {
        Account account = Account.registered(both.app(0));

        List<Answer> answers = all(number -> both.app(number).send(account.refresh()));

        assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
                .isLessThanOrEqualTo(1);
        assertThat(both.app(0).send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }
}
