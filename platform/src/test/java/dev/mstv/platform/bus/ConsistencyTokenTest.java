package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokenTest {

    @Test
    void namesThePositionsOfEachModule() {
        assertThat(ConsistencyToken.parse("users-45.auth-7.users-42")
                        .orElseThrow()
                        .of("users"))
                .containsExactly(42L, 45L);
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(ConsistencyToken.parse("auth-7.users-42.users-45"))
                .map(Object::toString)
                .hasValue("auth-7.users-42.users-45");
    }

    @Test
    void knowsNothingOfOtherModules() {
        assertThat(ConsistencyToken.parse("users-45").orElseThrow().of("auth")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "users", "users-", "-1", "users-1.", "users--1", "Users-1", "users-1234567890123456789"})
    void isNothingElse(String text) {
        assertThat(ConsistencyToken.parse(text)).isEmpty();
    }
}
