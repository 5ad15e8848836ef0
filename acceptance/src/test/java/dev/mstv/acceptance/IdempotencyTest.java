package dev.mstv.acceptance;

import static dev.mstv.acceptance.TwoProcesses.accounts;
import static dev.mstv.acceptance.TwoProcesses.all;
import static dev.mstv.acceptance.TwoProcesses.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request that is sent again, with its key, to whichever process. */
class IdempotencyTest {

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
    void manyRetriesWithOneKeyHaveOneEffect() {
        String email = World.newEmail();
        String key = UUID.randomUUID().toString();

        List<Answer> answers =
                all(number -> both.app(number).send(registration(email).header("Idempotency-Key", key)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status() == 201 ? "201" : answer.problem())
                .isIn("201", "409 idempotency_in_progress"));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(accounts(email)).isEqualTo("1");
    }

    @Test
    void aRetryAfterwardsIsTheFirstAnswerOnceMore() {
        Request request = registration(World.newEmail())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = both.app(0).send(request).expect(201);

        Answer second = both.app(1).send(request).expect(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("idempotency-replayed")).hasValue("true");
        assertThat(first.header("idempotency-replayed")).isEmpty();
    }

    @Test
    void aRetryHasTheHeadersOfTheFirstAnswer() {
        Request request = registration(World.newEmail())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = both.app(0).send(request).expect(201);

        Answer second = both.app(1).send(request).expect(201);

        assertThat(second.header("location"))
                .isEqualTo(first.header("location"))
                .isNotEmpty();
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        String key = UUID.randomUUID().toString();
        both.app(0)
                .send(registration(World.newEmail()).header("Idempotency-Key", key))
                .expect(201);

        assertThat(both.app(1)
                        .send(registration(World.newEmail()).header("Idempotency-Key", key))
                        .problem())
                .isEqualTo("422 idempotency_key_reused");
    }

    @Test
    void aRefusedRequestMayBeRepeatedWithItsKey() {
        String key = UUID.randomUUID().toString();
        both.app(0)
                .send(Request.post("/auth/register", "{\"email\":\"x\",\"password\":\"y\"}")
                        .header("Idempotency-Key", key))
                .expect(400);

        assertThat(both.app(1)
                        .send(registration(World.newEmail()).header("Idempotency-Key", key))
                        .status())
                .isEqualTo(201);
    }
}
