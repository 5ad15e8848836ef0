package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.LiveSetting.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSettingsTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Variables environment =
            new Variables(Map.of("RATE_LIMIT_MAX", "50", "ENABLE_KAFKA", "true", "KAFKA_BROKERS", "localhost:9092"));
    private final Settings readBefore = Settings.read(environment, 3000);
    private final LiveSettings settings = new LiveSettings(environment);

    private static Map<String, Candidate> wanted(String... namesAndValues) {
        Map<String, Candidate> wanted = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            wanted.put(namesAndValues[i], new Candidate(namesAndValues[i + 1], "mstv/config/" + namesAndValues[i]));
        }
        return wanted;
    }

    private List<RefusedValue> take(String... namesAndValues) {
        return settings.take(wanted(namesAndValues), NOON);
    }

    private LiveSetting setting(String name) {
        return settings.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long limit() {
        return settings.limits().get().requests();
    }

    @Test
    void areAsTheEnvironmentSays() {
        assertThat(limit()).isEqualTo(50);
        assertThat(setting("RATE_LIMIT_MAX"))
                .isEqualTo(new LiveSetting("RATE_LIMIT_MAX", "50", Source.ENVIRONMENT, null, null, null, false));
    }

    @Test
    void haveDefaultsWhereTheEnvironmentSaysNothing() {
        assertThat(setting("LOG_LEVEL"))
                .isEqualTo(new LiveSetting("LOG_LEVEL", "info", Source.DEFAULT, null, null, null, false));
    }

    @Test
    void areAsIsWantedInsteadOfTheEnvironment() {
        take("RATE_LIMIT_MAX", "7");
        assertThat(limit()).isEqualTo(7);
        assertThat(setting("RATE_LIMIT_MAX"))
                .isEqualTo(new LiveSetting(
                        "RATE_LIMIT_MAX", "7", Source.CONSUL, "mstv/config/RATE_LIMIT_MAX", NOON, null, false));
    }

    @Test
    void areTheEnvironmentsAgainWhenNothingIsWantedAnyMore() {
        take("RATE_LIMIT_MAX", "7");
        settings.take(Map.of(), LATER);
        assertThat(setting("RATE_LIMIT_MAX"))
                .isEqualTo(new LiveSetting("RATE_LIMIT_MAX", "50", Source.ENVIRONMENT, null, LATER, null, false));
    }

    @Test
    void takeABlankValueForNone() {
        take("RATE_LIMIT_MAX", "7");
        take("RATE_LIMIT_MAX", "  ");
        assertThat(limit()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT_MAX,0,a whole number from 1 to 1000000000",
        "RATE_LIMIT_MAX,many,a whole number from 1 to 1000000000",
        "RATE_LIMIT_WINDOW,soon,a duration such as",
        "LOG_LEVEL,loud,'trace, debug, info, warn or error'"
    })
    void sayWhatIsAllowedInsteadOfWhatIsNot(String name, String value, String allowed) {
        assertThat(take(name, value)).singleElement().satisfies(refused -> {
            assertThat(refused.name()).isEqualTo(name);
            assertThat(refused.key()).isEqualTo("mstv/config/" + name);
            assertThat(refused.reason()).contains(allowed);
        });
    }

    @Test
    void keepWhatWasWantedBeforeABadValue() {
        take("RATE_LIMIT_MAX", "7");
        take("RATE_LIMIT_MAX", "-1");
        assertThat(limit()).isEqualTo(7);
        assertThat(setting("RATE_LIMIT_MAX").refused()).isNotNull();
    }

    @Test
    void keepTheEnvironmentsWhereNothingElseWasBeforeABadValue() {
        take("RATE_LIMIT_MAX", "-1");
        assertThat(limit()).isEqualTo(50);
    }

    @Test
    void takeWhatIsAllowedBesideABadValue() {
        take("RATE_LIMIT_MAX", "-1", "RATE_LIMIT_WINDOW", "5s", "LOG_LEVEL", "warn");
        assertThat(settings.limits().get()).isEqualTo(new LimitSettings(50, Duration.ofSeconds(5)));
        assertThat(settings.logLevel().get()).isEqualTo(LogSettings.Level.WARN);
    }

    @Test
    void refuseABadValueOnce() {
        take("RATE_LIMIT_MAX", "-1");
        assertThat(settings.take(wanted("RATE_LIMIT_MAX", "-1"), LATER)).isEmpty();
        assertThat(setting("RATE_LIMIT_MAX").refused()).extracting("since").isEqualTo(NOON);
    }

    @Test
    void forgetABadValueThatWasReplaced() {
        take("RATE_LIMIT_MAX", "-1");
        take("RATE_LIMIT_MAX", "9");
        assertThat(setting("RATE_LIMIT_MAX").refused()).isNull();
    }

    @Test
    void refuseABadValueAgainThatWasGoodMeanwhile() {
        take("RATE_LIMIT_MAX", "-1");
        take("RATE_LIMIT_MAX", "9");
        assertThat(take("RATE_LIMIT_MAX", "-1")).hasSize(1);
    }

    @Test
    void tellAListenerWhatIsAndWhatBecomes() {
        List<Long> told = new ArrayList<>();
        settings.limits().onChange(limit -> told.add(limit.requests()));
        take("RATE_LIMIT_MAX", "7");
        take("RATE_LIMIT_MAX", "7");
        take();
        assertThat(told).containsExactly(50L, 7L, 50L);
    }

    @Test
    void sayWhyAValueWouldBeRefused() {
        assertThat(settings.fault("RATE_LIMIT_MAX", "-1"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("is not valid"));
        assertThat(settings.fault("RATE_LIMIT_MAX", "1")).isEmpty();
    }

    @Test
    void showSwitchesThatNeedARestart() {
        assertThat(readBefore.events().kafka()).isPresent();
        assertThat(setting("ENABLE_KAFKA"))
                .isEqualTo(new LiveSetting("ENABLE_KAFKA", "true", Source.ENVIRONMENT, null, null, null, true));
        assertThat(setting("ENABLE_REDIS_CACHE").source()).isEqualTo(Source.DEFAULT);
    }
}
