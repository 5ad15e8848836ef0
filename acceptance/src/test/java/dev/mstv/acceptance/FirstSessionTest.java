package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a newcomer does first. */
@InEveryShape
class FirstSessionTest {

    private final RunningApp app = World.app();

    @Test
    void registeringAnswersWithUserAndTokens() {
        Answer answer = app.send(Request.post(
                "/auth/register",
                "{\"email\":\"%s\",\"password\":\"a fine password\",\"name\":\"Ada\"}".formatted(World.newEmail())));

        List<String> fields = new ArrayList<>();
        answer.expect(201).json().fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly("user", "token", "access_token", "refresh_token", "token_type", "expires_in");
    }

    @Test
    void registeringSaysWhereTheUserIs() {
        Answer answer = app.send(Request.post(
                "/auth/register", "{\"email\":\"%s\",\"password\":\"a fine password\"}".formatted(World.newEmail())));

        assertThat(answer.header("location")).hasValue("/users/" + answer.at("/user/id"));
    }

    @Test
    void profileShowsTheUser() {
        Account account = Account.registered(app);

        JsonNode profile = app.send(account.get("/auth/profile")).expect(200).json();

        List<String> fields = new ArrayList<>();
        profile.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactly("id", "email", "name", "role", "createdAt", "updatedAt", "emailVerified");
        assertThat(profile.path("email").textValue()).isEqualTo(account.email());
    }

    @Test
    void idsAreVersionSevenUuids() {
        assertThat(Account.registered(app).id())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void loginAnswersWithTheSameUser() {
        Account account = Account.registered(app);

        assertThat(Account.loggedIn(app, account.email(), Account.PASSWORD).id())
                .isEqualTo(account.id());
    }

    @Test
    void loginIgnoresTheCaseOfTheAddress() {
        Account account = Account.registered(app, "Ada.%s".formatted(World.newEmail()));

        assertThat(Account.loggedIn(app, account.email().toUpperCase(java.util.Locale.ROOT), Account.PASSWORD)
                        .email())
                .isEqualTo(account.email());
    }

    @Test
    void aTakenAddressIsRefusedInAnyCase() {
        String email = Account.registered(app).email().toUpperCase(java.util.Locale.ROOT);

        assertThat(app.send(Request.post(
                                "/auth/register",
                                "{\"email\":\"%s\",\"password\":\"a fine password\"}".formatted(email)))
                        .problem())
                .isEqualTo("409 email_taken");
    }

    @Test
    void abilitiesAreTheRawRulesOfCasl() {
        Account account = Account.registered(app);

        assertThat(app.send(account.get("/auth/abilities")).expect(200).text())
                .contains("{\"action\":[\"update\"],\"subject\":[\"User\"],\"conditions\":{\"id\":\"%s\"},"
                                .formatted(account.id())
                        + "\"fields\":[\"email\",\"name\"]}");
    }

    @Test
    void anAdministratorMayDoEverything() {
        assertThat(app.send(Account.administrator(app).get("/auth/abilities"))
                        .expect(200)
                        .text())
                .isEqualTo("[{\"action\":[\"manage\"],\"subject\":[\"all\"]}]");
    }

    @Test
    void keysAreNotPublishedWhileTheyAreASecret() {
        assertThat(app.send(Request.get("/.well-known/jwks.json")).expect(200).text())
                .isEqualTo("{\"keys\":[]}");
    }
}
