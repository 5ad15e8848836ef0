package dev.mstv.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

    @Test
    void isTheVersionInQuotes() {
        assertThat(Etag.of(3)).isEqualTo("\"3\"");
    }

    @Test
    void isReadBack() {
        assertThat(Etag.version("\"3\"")).isEqualTo(3);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "*")
    void asksForNoVersion(String ifMatch) {
        assertThat(Etag.version(ifMatch)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"\"", "\"-1\"", "\"99999999999999999999\""})
    void asksForAVersionThatThereIsNotWithATagOfOthers(String ifMatch) {
        assertThat(Etag.version(ifMatch)).isZero();
    }

    /** RFC 9110, 13.1.1: If-Match compares strongly, and a weak tag equals nothing then. */
    @Test
    void asksForAVersionThatThereIsNotWithAWeakTag() {
        assertThat(Etag.version("W/\"3\"")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"3", "3\"", "\"1\", \"2\"", "w/\"3\"", "\"a b\"", "\"3\"\r\nX: y"})
    void refusesWhatIsNoTag(String ifMatch) {
        assertThat(Refused.codeOf(() -> Etag.version(ifMatch))).isEqualTo("invalid_etag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "*", "\"1\", \"3\"", "\"1\",W/\"3\""})
    void matches(String ifNoneMatch) {
        assertThat(Etag.matches(ifNoneMatch, 3)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\"4\"", "3", "", "\"33\""})
    void doesNotMatch(String ifNoneMatch) {
        assertThat(Etag.matches(ifNoneMatch, 3)).isFalse();
    }
}
