package dev.mstv.platform.config.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a change, given what was told before. */
class TrailTest {

    private static final String KEY = "mstv/config/LOG_LEVEL";
    private static final ConfigurationChanged TOLD = new ConfigurationChanged("LOG_LEVEL", null, "debug", 12);

    private final LiveSettings settings = new LiveSettings(new Variables(Map.of()));

    private List<ConfigurationChanged> missing(Trail trail, Map<String, Entry> entries) {
        return trail.missing(new Snapshot(entries), settings);
    }

    private static Trail nothing() {
        return new Trail(Map.of(), 0);
    }

    private static Trail told() {
        return new Trail(Map.of(KEY, TOLD), 1);
    }

    @Test
    void aFirstValueIsAChange() {
        assertThat(missing(nothing(), Map.of(KEY, new Entry("debug", 12)))).containsExactly(TOLD);
    }

    @Test
    void changesAreToldInTheirOrder() {
        Map<String, Entry> entries =
                Map.of(KEY, new Entry("debug", 14), "mstv/config/RATE_LIMIT_MAX", new Entry("5", 13));
        assertThat(missing(nothing(), entries))
                .extracting(ConfigurationChanged::name)
                .containsExactly("RATE_LIMIT_MAX", "LOG_LEVEL");
    }

    @Test
    void aValueOfOneServiceIsAChangeThere() {
        assertThat(missing(nothing(), Map.of("mstv/auth-service/config/LOG_LEVEL", new Entry("debug", 12))))
                .containsExactly(new ConfigurationChanged("LOG_LEVEL", "auth-service", "debug", 12));
    }

    @Test
    void whatWasToldIsNoChange() {
        assertThat(missing(told(), Map.of(KEY, new Entry("debug", 12)))).isEmpty();
    }

    @Test
    void aValueThatWasPutBackIsAChange() {
        assertThat(missing(told(), Map.of(KEY, new Entry("debug", 15)))).hasSize(1);
    }

    @Test
    void aValueThatWasTakenAwayIsAChange() {
        assertThat(missing(told(), Map.of())).containsExactly(new ConfigurationChanged("LOG_LEVEL", null, null, 0));
    }

    @Test
    void aBlankValueWasTakenAway() {
        assertThat(missing(told(), Map.of(KEY, new Entry(" ", 13))))
                .containsExactly(new ConfigurationChanged("LOG_LEVEL", null, null, 0));
    }

    @Test
    void aValueThatWasTakenAwayBeforeIsNoChange() {
        Trail trail = new Trail(Map.of(KEY, new ConfigurationChanged("LOG_LEVEL", null, null, 0)), 2);
        assertThat(missing(trail, Map.of())).isEmpty();
    }

    @Test
    void aValueThatIsNotAllowedIsNoChange() {
        assertThat(missing(told(), Map.of(KEY, new Entry("loud", 13)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mstv/config/LOG_LEVL",
        "mstv/config/log_level",
        "mstv/config/sub/LOG_LEVEL",
        "mstv/requests/config/LOG_LEVEL",
        "other/config/LOG_LEVEL"
    })
    void whatIsNoSettingIsNoChange(String key) {
        assertThat(missing(nothing(), Map.of(key, new Entry("debug", 12)))).isEmpty();
    }
}
