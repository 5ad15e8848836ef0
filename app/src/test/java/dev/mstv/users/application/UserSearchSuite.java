package dev.mstv.users.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is looked for as it is typed, and pages follow each other in the order of ids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UserSearchSuite {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final List<String> NAMES = List.of(
            "Ada Lovelace",
            "Zoë 100%_",
            "a.*b",
            "a+b",
            "[a-z]",
            "(?i)ada",
            "\\E$where",
            "\\",
            "$ne",
            "{\"$gt\": \"\"}",
            "^ada$",
            "a|b",
            "x\ud83d\ude00y",
            "'; --",
            "#ada #lovelace");
    private static final List<User> USERS = users();

    private final ListedUsers listed;

    UserSearchSuite(Map<String, String> environment) {
        this.listed = new ListedUsers(environment, USERS);
    }

    @AfterAll
    void stop() {
        listed.close();
    }

    private static List<User> users() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            // Some of the ids begin with the highest bit, which not everything that compares them takes for what it is.
            users.add(User.registered(
                    new UUID(0x1111_1111_1111_1111L * (i + 1), i),
                    new Email("Mail+" + i + "@Example.com"),
                    new DisplayName(NAMES.get(i)),
                    Role.USER,
                    new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$x"),
                    NOW));
        }
        return users;
    }

    private List<UUID> found(GetAllUsers query) {
        return ids(listed.page(query, Condition.always()));
    }

    private static List<UUID> ids(Page<UserView> page) {
        return page.items().stream().map(UserView::id).toList();
    }

    private static List<UUID> holding(String text) {
        return USERS.stream()
                .filter(user -> (user.email().value() + '\n' + NAMES.get(USERS.indexOf(user)))
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)))
                .map(User::id)
                .toList();
    }

    static List<String> texts() {
        return NAMES;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aNameIsFoundByItself(String name) {
        assertThat(found(new GetAllUsers(null, name, 100, null))).isEqualTo(holding(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "%", "_", "*", "a.b", "OË 1", "mail+1", "\\", "$", "ADA", "@example", "(", "[", "l+", " "})
    void aPartIsFoundAsItIsTyped(String part) {
        assertThat(found(new GetAllUsers(null, part, 100, null))).isEqualTo(holding(part));
    }

    @Test
    void anAddressIsFoundInWhicheverCase() {
        assertThat(found(new GetAllUsers("mAIL+3@eXAMPLE.com", null, 100, null)))
                .containsExactly(USERS.get(3).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "$ne", ".*", "{\"$gt\": \"\"}", "mail+.@example.com"})
    void nothingElseIsAnAddress(String text) {
        assertThat(found(new GetAllUsers(text, null, 100, null))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfIds() {
        List<UUID> seen = new ArrayList<>();
        UUID after = null;
        do {
            Page<UserView> page = listed.page(new GetAllUsers(null, null, 4, after), Condition.always());
            seen.addAll(ids(page));
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(USERS.stream().map(User::id).toList());
    }

    @Test
    void numberedPagesFollowEachOtherInTheOrderOfIds() {
        List<UUID> seen = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            listed.page(new ListUsers(page, 4), Condition.always()).users().forEach(user -> seen.add(user.id()));
        }
        assertThat(seen).isEqualTo(USERS.stream().map(User::id).toList());
    }

    @Test
    void aNumberedPageSaysHowManyThereAre() {
        assertThat(listed.page(new ListUsers(2, 4), Condition.always()).total()).isEqualTo(USERS.size());
    }

    @Test
    void aNumberedPageCountsOnlyWhoMayBeSeen() {
        Condition one =
                new Condition.Compare("id", Condition.Operator.EQ, USERS.get(2).id());
        assertThat(listed.page(new ListUsers(1, 4), one).total()).isEqualTo(1);
    }

    @Test
    void whatIsListedIsWhatIsStored() {
        assertThat(listed.visible(Condition.always()).getFirst())
                .isEqualTo(new UserView(
                        USERS.getFirst().id(), "Mail+0@Example.com", "Ada Lovelace", "user", NOW, NOW, false));
    }
}
