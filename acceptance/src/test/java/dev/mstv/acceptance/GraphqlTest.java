package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

/** The documents that the contract promises to run. */
@InEveryShape
class GraphqlTest {

    private final RunningApp app = World.app();

    @Test
    void theSeedsQueryRuns() {
        Account admin = Account.administrator(app);

        assertThat(app.send(graphql(admin, "query { users { id email name } }"))
                        .expect(200)
                        .at("/data/users/0/email"))
                .isEqualTo(Secrets.ADMIN_EMAIL);
    }

    @Test
    void theSeedsMutationRuns() {
        String document = "mutation { register(email: \"test@example.com\", password: \"password123\") { token } }";

        assertThat(app.send(graphql(document)).expect(200).at("/data/register/token"))
                .isNotEmpty();
    }

    @Test
    void registeringTakesAnInput() {
        String document =
                "mutation { register(input: {email: \"%s\", password: \"a fine password\", name: \"Ada\"}) { access_token refresh_token user { id email name role createdAt updatedAt } } }"
                        .formatted(World.newEmail());

        assertThat(app.send(graphql(document)).expect(200).at("/data/register/user/name"))
                .isEqualTo("Ada");
    }

    @Test
    void loginGivesTokensThatCount() {
        Account account = Account.registered(app);
        String document =
                "mutation { login(input: {email: \"%s\", password: \"%s\"}) { access_token refresh_token user { id } } }"
                        .formatted(account.email(), Account.PASSWORD);

        Answer answer = app.send(graphql(document)).expect(200);

        Request profile = Request.get("/auth/profile").bearer(answer.at("/data/login/access_token"));
        assertThat(app.send(profile).expect(200).at("/id")).isEqualTo(account.id());
    }

    @Test
    void aWrongPasswordHasTheCodeOfTheProblem() {
        Account account = Account.registered(app);
        String document = "mutation { login(input: {email: \"%s\", password: \"not it at all\"}) { access_token } }"
                .formatted(account.email());

        assertThat(app.send(graphql(document)).expect(200).at("/errors/0/extensions/code"))
                .isEqualTo("invalid_credentials");
    }

    @Test
    void refreshingGivesNewTokens() {
        Account account = Account.registered(app);
        String document = "mutation { refreshToken(input: {refresh_token: \"%s\"}) { access_token refresh_token } }"
                .formatted(account.refreshToken());

        assertThat(app.send(graphql(document)).expect(200).at("/data/refreshToken/access_token"))
                .isNotEmpty()
                .isNotEqualTo(account.accessToken());
    }

    @Test
    void logoutEndsTheSession() {
        Account account = Account.registered(app);
        String document =
                "mutation { logout(input: {refresh_token: \"%s\"}) { message } }".formatted(account.refreshToken());
        assertThat(app.send(graphql(document)).expect(200).at("/data/logout/message"))
                .isNotEmpty();

        assertThat(app.send(account.get("/auth/profile")).problem()).isEqualTo("401 token_revoked");
    }

    @Test
    void meIsTheCaller() {
        Account account = Account.registered(app);

        assertThat(app.send(graphql(account, "{ me { id } abilities { action subject } }"))
                        .expect(200)
                        .at("/data/me/id"))
                .isEqualTo(account.id());
    }

    @Test
    void oneUserIsFoundByEitherName() {
        Account account = Account.registered(app);
        String document = "{ user(id: \"%1$s\") { email } getUser(id: \"%1$s\") { email } getAllUsers: users { id } }"
                .formatted(account.id());

        Answer answer = app.send(graphql(Account.administrator(app), document)).expect(200);

        assertThat(answer.at("/data/user/email"))
                .isEqualTo(account.email())
                .isEqualTo(answer.at("/data/getUser/email"));
    }

    @Test
    void oneFieldMayFailWhileTheOthersAreAnswered() {
        Account account = Account.registered(app);
        String document = "{ me { id } user(id: \"%s\") { id } }"
                .formatted(Account.administrator(app).id());

        Answer answer = app.send(graphql(account, document)).expect(200);

        assertThat(answer.at("/errors/0/extensions/code")).isEqualTo("forbidden");
        assertThat(answer.at("/data/me/id")).isEqualTo(account.id());
    }

    @Test
    void administratorsManageUsers() {
        Account admin = Account.administrator(app);
        String create = "mutation { createUser(input: {email: \"%s\", password: \"a fine password\"}) { id } }"
                .formatted(World.newEmail());
        String id = app.send(graphql(admin, create)).expect(200).at("/data/createUser/id");
        String rest =
                "mutation { updateUser(id: \"%1$s\", input: {name: \"Grace\"}) { name } deleteUser(id: \"%1$s\") }"
                        .formatted(id);

        assertThat(app.send(graphql(admin, rest))
                        .expect(200)
                        .json()
                        .path("data")
                        .toString())
                .isEqualTo("{\"updateUser\":{\"name\":\"Grace\"},\"deleteUser\":true}");
    }

    private static Request graphql(Account account, String document) {
        return graphql(document).bearer(account.accessToken());
    }

    private static Request graphql(String document) {
        return Request.post(
                "/graphql",
                JsonNodeFactory.instance.objectNode().put("query", document).toString());
    }
}
