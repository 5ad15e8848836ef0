package dev.mstv.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private static final String ID = "0197a1b2-c3d4-7e5f-8a6b-0123456789ab";

    @Test
    void readsAnId() {
        assertThat(Input.id("id", ID)).isEqualTo(UUID.fromString(ID));
    }

    @Test
    void readsAnIdInUpperCase() {
        assertThat(Input.id("id", "0197A1B2-C3D4-7E5F-8A6B-0123456789AB")).isEqualTo(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-1-1-1-1",
                "0197a1b2c3d47e5f8a6b0123456789ab",
                "{197a1b2-c3d4-7e5f-8a6b-0123456789a}",
                "0197a1b2-c3d4-7e5f-8a6b-0123456789ag",
                "00197a1b2-c3d4-7e5f-8a6b-123456789ab",
                "0197a1b2-c3d4-7e5f-8a6b-0123456789ab ",
                "' OR 1=1 --"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(Refused.codeOf(() -> Input.id("id", text))).isEqualTo("invalid_id");
    }

    @Test
    void namesTheFieldThatItRefuses() {
        assertThat(Refused.of(() -> Input.id("orderId", "1")).field()).isEqualTo("orderId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "20", "100"})
    void readsALimit(String text) {
        assertThat(Input.limit(text)).isEqualTo(Integer.parseInt(text));
    }

    @Test
    void limitsTo20IfNobodySaysOtherwise() {
        assertThat(Input.limit(null)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "1.5", "1e1", "ten", "99999999999", " 5"})
    void refusesALimitOutOfRangeInsteadOfClampingIt(String text) {
        assertThat(Refused.codeOf(() -> Input.limit(text))).isEqualTo("invalid_limit");
    }
}
