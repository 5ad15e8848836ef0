package dev.mstv.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = UUID.fromString("0197a1b2-c3d4-7e5f-8a6b-ffffffffffff");

    @Test
    void leadsBackToWhereTheListGoesOn() {
        assertThat(Input.cursor(Cursor.encode(ID))).isEqualTo(ID);
    }

    @Test
    void fitsIntoAUrlAsItIs() {
        assertThat(Cursor.encode(ID)).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void isNotThereAtTheEnd() {
        assertThat(Cursor.encode(null)).isNull();
    }

    @Test
    void isTheBeginningIfThereIsNone() {
        assertThat(Input.cursor(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAA", "' OR 1=1 --", "\r\n"})
    void refusesWhatDidNotComeFromHere(String text) {
        assertThat(Refused.codeOf(() -> Input.cursor(text))).isEqualTo("invalid_cursor");
    }
}
