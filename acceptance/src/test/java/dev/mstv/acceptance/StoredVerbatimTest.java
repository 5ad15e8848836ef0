package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that would be dangerous if anybody took it for more than text. */
@InEveryShape
class StoredVerbatimTest {

    private final RunningApp app = World.app();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE users_user;--",
                "' OR '1'='1",
                "\" OR \"\"=\"",
                "\\'; SELECT pg_sleep(10);--",
                ":name ? $1 ${jndi:ldap://x} #{1+1}",
                "<script>alert(1)</script>",
                "%s%n%x {{7*7}}",
                "\u05d0\u05d1 \u4f60\u597d \ud83d\ude00",
                "null"
            })
    void namesAreKeptAsTyped(String name) {
        Account account = Account.registered(app);
        String patch = JsonNodeFactory.instance.objectNode().put("name", name).toString();
        app.send(account.patch(account.path(), patch)).expect(200);

        assertThat(app.send(account.get(account.path())).at("/name")).isEqualTo(name);
        assertThat(World.database().one("SELECT name FROM users_user WHERE id::text = ?", account.id()))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla'); DROP TABLE auth_session;--", "' OR '1'='1", "<b>"})
    void userAgentsAreKeptAsSent(String agent) {
        Account account = Account.registered(app);
        app.send(Account.login(account.email(), Account.PASSWORD).header("User-Agent", agent))
                .expect(200);

        assertThat(app.send(account.get("/auth/sessions")).at("/items/0/userAgent"))
                .isEqualTo(agent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1", "admin'--", "x'; DROP TABLE users_user;--", "\\u0000"})
    void credentialsOfSqlAreWrong(String text) {
        assertThat(app.send(Account.login(text, text)).problem()).isEqualTo("401 invalid_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "'%3B--", "!", "%5C"})
    void searchesAreForText(String query) {
        assertThat(app.send(Account.administrator(app).get("/users?q=no-such-text" + query))
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
