package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.audit.AuditEntry;
import dev.mstv.audit.ListEntries;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.live.FlagChange;
import dev.mstv.platform.config.live.Flags;
import dev.mstv.platform.discovery.ConsulProcess;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A setting is changed for two processes and a gateway, and the change is told once. */
class ChangedFlagsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MAX = "mstv/config/RATE_LIMIT_MAX";
    private static final String LEVEL = "mstv/config/LOG_LEVEL";

    private static ConsulStub consul;
    private static ApplicationContext first;
    private static ApplicationContext second;
    private static Caller.User admin;

    private int toldBefore;

    @BeforeAll
    static void start() {
        consul = ConsulStub.start();
        Map<String, String> environment = Map.of("DATABASE_URL", RunningProcess.newDatabase());
        first = ConsulProcess.start(consul, environment);
        second = ConsulProcess.start(consul, environment);
        admin = Accounts.user(first, "ada-" + UUID.randomUUID() + "@example.com", "admin");
    }

    @AfterAll
    static void end() {
        first.close();
        second.close();
        consul.close();
    }

    @BeforeEach
    void count() {
        toldBefore = all(first).size();
    }

    @AfterEach
    void takeAway() {
        consul.restart();
        consul.delete(MAX);
        consul.delete(LEVEL);
        // And told, so that the next test counts from there.
        await(() -> {
            Map<Object, Boolean> set = new HashMap<>();
            all(first)
                    .forEach(entry ->
                            set.put(data(entry).get("name"), data(entry).containsKey("value")));
            return !set.containsValue(true);
        });
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).isTrue();
    }

    private static void awaitMax(long max) {
        await(() -> limit(first) == max && limit(second) == max);
    }

    private static long limit(ApplicationContext process) {
        return process.getBean(LiveSettings.class).limits().get().requests();
    }

    private static FlagChange change(ApplicationContext process, String name, String value) {
        return new Sender(process, admin).in(() -> process.getBean(Flags.class).change(name, value));
    }

    /** What the trail says of all changes, the oldest first. */
    private static List<AuditEntry> all(ApplicationContext process) {
        return new Sender(process, Caller.SYSTEM)
                .ask(new ListEntries(null, null, "configuration.changed", null, null, 100, null))
                .items()
                .reversed();
    }

    private static Map<String, Object> data(AuditEntry entry) {
        return Objects.requireNonNull(entry.data());
    }

    /** What it says of this test. */
    private List<AuditEntry> told() {
        List<AuditEntry> all = all(first);
        return all.subList(toldBefore, all.size());
    }

    private List<AuditEntry> awaitTold(int count) {
        await(() -> told().size() >= count);
        return told();
    }

    @Test
    void allProcessesFollowWhatOneWasAskedFor() {
        assertThat(change(second, "RATE_LIMIT_MAX", "500")).isEqualTo(new FlagChange.Accepted());
        awaitMax(500);
        // Or the next test would find it among its own.
        awaitTold(1);
    }

    @Test
    void theChangeIsToldOnceWithWhoAskedForIt() {
        change(second, "RATE_LIMIT_MAX", "500");
        change(first, "LOG_LEVEL", "warn");
        List<AuditEntry> told = awaitTold(2);
        assertThat(told).hasSize(2).allSatisfy(entry -> assertThat(entry.actor())
                .isEqualTo(admin.id()));
        assertThat(data(told.getFirst()))
                .containsEntry("name", "RATE_LIMIT_MAX")
                .containsEntry("value", "500");
    }

    @Test
    void aChangeByHandIsToldOnceAsOneOfNobodyKnown() {
        consul.put(MAX, "500");
        awaitMax(500);
        change(first, "LOG_LEVEL", "warn");
        List<AuditEntry> told = awaitTold(2);
        assertThat(told).extracting(AuditEntry::actor).containsExactly("system", admin.id());
    }

    @Test
    void whatIsTakenAwayIsTold() {
        change(first, "RATE_LIMIT_MAX", "500");
        awaitTold(1);
        change(second, "RATE_LIMIT_MAX", "");
        awaitMax(1_000_000);
        List<AuditEntry> told = awaitTold(2);
        assertThat(told).hasSize(2).allSatisfy(entry -> assertThat(entry.actor())
                .isEqualTo(admin.id()));
        assertThat(data(told.getLast())).doesNotContainKey("value");
    }

    @Test
    void aBadValueByHandIsToldAsNoChange() {
        consul.put(MAX, "0");
        change(first, "LOG_LEVEL", "warn");
        assertThat(awaitTold(1)).extracting(entry -> data(entry).get("name")).containsExactly("LOG_LEVEL");
    }

    @Test
    void whatWasChangedWhileNobodyRanIsToldByWhoComes() {
        try (ConsulStub other = ConsulStub.start()) {
            other.put(MAX, "500");
            try (ApplicationContext late = ConsulProcess.start(other, Map.of())) {
                await(() -> all(late).size() == 1);
            }
        }
    }

    @Test
    void whatIsNotAllowedNeverReachesConsul() {
        assertThat(change(first, "RATE_LIMIT_MAX", "0"))
                .isEqualTo(new FlagChange.Invalid("is not valid, allowed is a whole number from 1 to 1000000000"));
        assertThat(consul.get(MAX)).isEmpty();
    }

    @Test
    void aChangeWhileConsulIsAwayIsRefused() {
        consul.stop();
        assertThat(change(first, "RATE_LIMIT_MAX", "500")).isEqualTo(new FlagChange.ConsulAway());
        assertThat(limit(first)).isEqualTo(1_000_000);
    }
}
