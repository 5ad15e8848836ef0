package dev.mstv.users.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.security.Abilities;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Rule;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a list shows is what an ability allows on each of its items, whatever the policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NarrowedUserListSuite {

    private static final long SEED = 20260102;
    private static final int POLICIES = 400;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<String> MAILBOXES =
            List.of("ada", "Ada.L", "ADA", "Zed", "zed", "_x", "o'brien", "a-b", "a.b", "1st", "~t", "{b}");

    private static final List<User> USERS = users();

    private final ListedUsers listed;

    NarrowedUserListSuite(Map<String, String> environment) {
        this.listed = new ListedUsers(environment, USERS);
    }

    private static List<User> users() {
        Random random = new Random(SEED);
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String mailbox = MAILBOXES.get(random.nextInt(MAILBOXES.size()));
            users.add(User.registered(
                    new UUID(random.nextLong(), random.nextLong()),
                    new Email(mailbox + i + "@example.com"),
                    random.nextBoolean() ? new DisplayName("Ada " + i) : null,
                    random.nextInt(3) == 0 ? Role.ADMIN : Role.USER,
                    new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$x"),
                    NOW));
        }
        return users;
    }

    @AfterAll
    void stop() {
        listed.close();
    }

    static LongStream seeds() {
        return new Random(SEED).longs(POLICIES);
    }

    private Set<UUID> listed(Ability ability) {
        return listed.visible(ability.narrow("list", "User")).stream()
                .map(UserView::id)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> allowed(Ability ability) {
        return USERS.stream()
                .filter(user -> ability.can("list", UserMapping.subject(user)))
                .map(User::id)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsExactlyTheUsersThatTheAbilityAllows(long seed) {
        Random random = new Random(seed);
        List<Rule> rules = new RandomPolicies(random, USERS).next();
        Ability ability =
                Abilities.of(rules, USERS.get(random.nextInt(USERS.size())).id().toString());
        assertThat(listed(ability)).as(rules.toString()).isEqualTo(allowed(ability));
    }

    static Stream<Object> oddValues() {
        return Stream.of(1, 2.5, true, Map.of("$in", List.of(1, "admin")), Map.of("$gt", 5));
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void comparesTextWithValuesThatAreNone(Object value) {
        Ability ability = Abilities.of(
                List.of(new Rule(List.of("list"), List.of("User"), Map.of("role", value), null, false)), "me");
        assertThat(listed(ability)).isEqualTo(allowed(ability));
    }
}
