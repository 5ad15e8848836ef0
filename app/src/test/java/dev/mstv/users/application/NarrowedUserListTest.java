package dev.mstv.users.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Abilities;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Rule;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a list shows is what an ability allows on each of its items, whatever the policy. */
class NarrowedUserListTest {

    private static final long SEED = 20260102;
    private static final int POLICIES = 400;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<String> MAILBOXES =
            List.of("ada", "Ada.L", "ADA", "Zed", "zed", "_x", "o'brien", "a-b", "a.b", "1st", "~t", "{b}");

    private static final Ability EVERYTHING =
            Abilities.of(List.of(new Rule(List.of("list"), List.of("User"), null, null, false)), "me");

    private static final ApplicationContext PROCESS = RunningProcess.start(Map.of());
    private static final List<User> USERS = new ArrayList<>();
    private static ConsistencyToken stored = ConsistencyToken.NONE;

    @BeforeAll
    static void storeUsers() {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            String mailbox = MAILBOXES.get(random.nextInt(MAILBOXES.size()));
            USERS.add(User.registered(
                    new UUID(random.nextLong(), random.nextLong()),
                    new Email(mailbox + i + "@example.com"),
                    random.nextBoolean() ? new DisplayName("Ada " + i) : null,
                    random.nextInt(3) == 0 ? Role.ADMIN : Role.USER,
                    new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$x"),
                    NOW));
        }
        CallContext call = CallContext.ofProcess();
        boolean unused = call.call(() -> {
            USERS.forEach(NarrowedUserListTest::store);
            return true;
        });
        stored = call.receipt().consistencyToken().orElseThrow();
        assertThat(Polling.until(Duration.ofMinutes(1), NarrowedUserListTest::areListed))
                .isTrue();
    }

    // The first events of a process that has just started may take longer than a reader waits.
    private static boolean areListed() {
        try {
            return listed(EVERYTHING).size() == USERS.size();
        } catch (Refusal behind) {
            return false;
        }
    }

    private static void store(User user) {
        Users users = PROCESS.getBean(Users.class);
        assertThat(PROCESS.getBean(Transactions.class).inTransaction("users", () -> users.add(user)))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        PROCESS.close();
    }

    static LongStream seeds() {
        return new Random(SEED).longs(POLICIES);
    }

    private static Set<UUID> listed(Ability ability) {
        return PROCESS
                .getBean(Directory.class)
                .page(new GetAllUsers(null, null, 100, null), ability.narrow("list", "User"), stored)
                .items()
                .stream()
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
