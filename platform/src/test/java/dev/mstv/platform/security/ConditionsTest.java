package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as they stand in policy files, on an order of 30 by "me" that has no note. */
class ConditionsTest {

    private static final Subject ORDER =
            new Subject("Order", Map.<String, Object>of("owner", "me", "total", 30, "status", "PAID")::get);

    private static Condition condition(String json) {
        try {
            Map<String, Object> read = new JsonMapper().readValue(json, new TypeReference<>() {});
            return Conditions.parse(read, "me");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'owner': 'me'}",
                "{'owner': '${user.id}'}",
                "{'owner': {'$eq': '${user.id}'}}",
                "{'owner': {'$in': ['they', '${user.id}']}}",
                "{'owner': 'me', 'status': 'PAID'}",
                "{'owner': {'$ne': 'they'}}",
                "{'note': {'$ne': 'x'}}",
                "{'note': {'$nin': ['x']}}",
                "{'status': {'$in': ['PAID', 'PENDING']}}",
                "{'status': {'$nin': ['PENDING']}}",
                "{'status': {'$nin': []}}",
                "{'total': 30}",
                "{'total': {'$gt': 4}}",
                "{'total': {'$gte': 30}}",
                "{'total': {'$lt': 30.5}}",
                "{'total': {'$lte': 30}}",
                "{'total': {'$gt': 10, '$lt': 40}}"
            })
    void holds(String json) {
        assertThat(condition(json.replace('\'', '"')).holds(ORDER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'owner': 'they'}",
                "{'owner': '$user.id'}",
                "{'owner': 'me', 'status': 'PENDING'}",
                "{'owner': {'$ne': '${user.id}'}}",
                "{'note': 'x'}",
                "{'note': {'$in': ['x']}}",
                "{'note': {'$gt': ''}}",
                "{'note': {'$lte': 'x'}}",
                "{'status': {'$in': []}}",
                "{'status': {'$nin': ['PAID']}}",
                "{'total': {'$gt': 30}}",
                "{'total': {'$gte': 31}}",
                "{'total': {'$lt': 30}}",
                "{'total': {'$lte': 4}}",
                "{'total': {'$gt': 10, '$lt': 20}}"
            })
    void doesNotHold(String json) {
        assertThat(condition(json.replace('\'', '"')).holds(ORDER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'owner': {'$regex': '.*'}}",
                "{'owner': {'$exists': true}}",
                "{'owner': {'': 'me'}}",
                "{'owner': {'xeq': 'me'}}",
                "{'owner': {'$in': 'me'}}",
                "{'$or': [{'owner': 'me'}, {'owner': 'they'}]}",
                "{'note': null}"
            })
    void refusesWhatItDoesNotUnderstand(String json) {
        assertThatIllegalStateException()
                .isThrownBy(() -> condition(json.replace('\'', '"')).holds(ORDER));
    }
}
