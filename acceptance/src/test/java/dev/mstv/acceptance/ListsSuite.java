package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of users, and the read model that they are read from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListsSuite {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String REBUILD = "/ops/projections/users.directory/rebuild";

    private final RunningApp app;
    private final Sql database;
    private final Account admin;

    ListsSuite(RunningApp app, Sql database) {
        this.app = app;
        this.database = database;
        this.admin = Account.administrator(app);
    }

    @BeforeAll
    void awaitTheAdministrator() {
        Request list = admin.get("/users?email=" + Secrets.ADMIN_EMAIL);
        assertThat(Polling.until(
                        LIMIT,
                        () -> app.send(list).expect(200).at("/items/0/id").equals(admin.id())))
                .isTrue();
    }

    @Test
    void listsAreStableUnderInserts() {
        String seenLast = token(create(World.newEmail())) + "." + token(create(World.newEmail()));
        List<String> seen = new ArrayList<>();
        for (String cursor = ""; !cursor.equals("null"); ) {
            Answer page = app.send(admin.get("/auth/users?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .header("X-Consistency-Token", seenLast));
            page.expect(200)
                    .json()
                    .path("items")
                    .forEach(user -> seen.add(user.path("id").textValue()));
            if (seen.size() < 6) {
                seenLast = seenLast + "." + token(create(World.newEmail()));
            }
            cursor = page.at("/nextCursor");
        }
        assertThat(seen).isSorted().hasSameSizeAs(new HashSet<>(seen));
        // Another test imports people of whom no event tells.
        assertThat(seen)
                .hasSize(Integer.parseInt(database.one("SELECT count(*) FROM users_user"
                        + " WHERE EXISTS (SELECT FROM users_event WHERE stream = users_user.id)")));
    }

    @Test
    void theListHasWhatTheCallerHasDone() {
        String email = World.newEmail();
        Request list = admin.get("/users?email=" + email).header("X-Consistency-Token", token(create(email)));

        assertThat(app.send(list).expect(200).at("/items/0/email")).isEqualTo(email);
    }

    @Test
    void aPartOfANameIsFound() {
        Account account = Account.registered(app);
        String name = "Zoë 100%_" + account.id();
        String seen = token(app.send(account.patch(account.path(), "{\"name\":\"" + name + "\"}")));
        Request search = admin.get("/users?q=" + URLEncoder.encode("OË 100%_" + account.id(), StandardCharsets.UTF_8));

        assertThat(app.send(search.header("X-Consistency-Token", seen))
                        .expect(200)
                        .at("/items/0/id"))
                .isEqualTo(account.id());
    }

    @Test
    void whoIsDeletedIsNotListed() {
        Account account = Account.registered(app);
        String seen = token(app.send(admin.delete(account.path())).expect(204));
        Request list = admin.get("/users?email=" + account.email()).header("X-Consistency-Token", seen);

        assertThat(app.send(list).expect(200).json().path("items")).isEmpty();
    }

    @Test
    void anAdministratorHasTheListMadeAnew() {
        long before = generation();
        app.send(admin.post(REBUILD, "")).expect(202);

        assertThat(Polling.until(LIMIT, () -> generation() > before)).isTrue();
        assertThat(database.one("SELECT metadata::jsonb ->> 'actor' FROM users_event WHERE type = 'projection.rebuilt'"
                        + " ORDER BY position DESC LIMIT 1"))
                .isEqualTo(admin.id());
        assertThat(app.send(admin.get("/users?email=" + Secrets.ADMIN_EMAIL))
                        .expect(200)
                        .at("/items/0/id"))
                .isEqualTo(admin.id());
    }

    private long generation() {
        return Long.parseLong(database.one("SELECT live FROM users_projection"));
    }

    private static String token(Answer answer) {
        return answer.header("x-consistency-token").orElseThrow();
    }

    private Answer create(String email) {
        return app.send(admin.post("/users", "{\"email\":\"%s\",\"password\":\"a fine password\"}".formatted(email)));
    }
}
