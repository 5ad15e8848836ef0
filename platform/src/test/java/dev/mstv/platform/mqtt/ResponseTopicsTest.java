package dev.mstv.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTopicsTest {

    @ParameterizedTest
    @ValueSource(strings = {"devices/1/answers", "a", "usersettings/1", "/users", "answers/users/1", " users/1"})
    void allowsWhatNobodyTakesForOurs(String topic) {
        assertThat(ResponseTopics.allows(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "users/1/registered",
                "users/\n",
                "orders/1/paid",
                "system/alerts/critical",
                "commands/orders.place_order",
                "$share/mstv/commands/#",
                "$SYS",
                "devices/+",
                "devices/#"
            })
    void allowsNothingElse(String topic) {
        assertThat(ResponseTopics.allows(topic)).isFalse();
    }
}
