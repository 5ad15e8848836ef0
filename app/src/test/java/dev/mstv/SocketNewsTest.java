package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SignedIn;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserUpdate;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody is told without asking, as long as they may be. */
class SocketNewsTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final SignedIn ada = Accounts.someone(PROCESS);

    @Test
    void aBuyerIsToldOfTheirOrder() {
        try (SocketClient client = SocketClient.of(PROCESS, ada.accessToken())) {
            UUID order = new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa");
            JsonNode push = client.next("order").path("data");
            assertThat(push.path("subject").asText()).isEqualTo(order.toString());
            assertThat(push.path("event").asText()).isEqualTo("order.placed");
        }
    }

    @Test
    void aBuyerIsToldOfTheirNotifications() {
        try (SocketClient client = SocketClient.of(PROCESS, ada.accessToken())) {
            UUID unused = new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa");
            JsonNode push = client.next("notification").path("data");
            while (!push.path("event").asText().equals("email.order_paid")) {
                push = client.next("notification").path("data");
            }
            assertThat(push.path("data").path("userId").asText())
                    .isEqualTo(ada.user().id().toString());
        }
    }

    @Test
    void anAdministratorIsNotToldOfTheOrdersOfOthers() {
        SignedIn admin = Accounts.signedIn(PROCESS, "root-" + UUID.randomUUID() + "@example.com", "admin");
        try (SocketClient client = SocketClient.of(PROCESS, admin.accessToken())) {
            UUID unused = new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa");
            UUID own = new Shop(PROCESS).place(Accounts.caller(admin), "tok_visa");
            assertThat(client.next("order").path("data").path("subject").asText())
                    .isEqualTo(own.toString());
        }
    }

    @Test
    void whoSignsOutIsLetGo() {
        try (SocketClient client = SocketClient.of(PROCESS, ada.accessToken())) {
            SessionEnd unused = new Sender(PROCESS, Accounts.caller(ada)).send(new Logout());
            assertThat(client.next("error").path("error").path("code").asText()).isEqualTo("token_revoked");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseRoleChangesHasToComeAgain() {
        try (SocketClient client = SocketClient.of(PROCESS, ada.accessToken())) {
            UserUpdate unused = new Sender(PROCESS, Caller.SYSTEM)
                    .send(new UpdateUser(ada.user().id(), null, null, false, "admin", null));
            assertThat(client.next("error").path("error").path("code").asText()).isEqualTo("token_outdated");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseTokenIsOverIsLetGo() {
        try (ApplicationContext process = RunningProcess.start(Map.of("ACCESS_TOKEN_EXP", "3s"));
                SocketClient client =
                        SocketClient.of(process, Accounts.someone(process).accessToken())) {
            assertThat(client.next("error").path("error").path("code").asText()).isEqualTo("token_expired");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whenTheProcessEndsItSaysSo() {
        ApplicationContext process = RunningProcess.start(Map.of());
        try (SocketClient client =
                SocketClient.of(process, Accounts.someone(process).accessToken())) {
            process.close();
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }
}
