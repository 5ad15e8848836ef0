package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By the examples of W3C Trace Context, sections 3.2.2 and 3.2.5. */
class TraceTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String HEADER = "00-" + TRACE_ID + "-" + PARENT + "-01";

    @Test
    void continuesTheTraceOfItsCaller() {
        assertThat(Trace.continued(HEADER).traceId()).isEqualTo(TRACE_ID);
    }

    @Test
    void isASpanOfItsOwn() {
        assertThat(Trace.continued(HEADER).spanId()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
    }

    @ParameterizedTest
    @CsvSource({"01,true", "00,false", "03,true", "ff,true", "fe,false"})
    void isSampledByTheLastBit(String flags, boolean sampled) {
        assertThat(Trace.continued("00-" + TRACE_ID + "-" + PARENT + "-" + flags)
                        .sampled())
                .isEqualTo(sampled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc-" + TRACE_ID + "-" + PARENT + "-01-what-the-future-brings",
                "cc-" + TRACE_ID + "-" + PARENT + "-01"
            })
    void understandsVersionsOfTheFuture(String header) {
        assertThat(Trace.continued(header).traceId()).isEqualTo(TRACE_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE_ID + "-" + PARENT + "-01",
                "00-" + TRACE_ID + "-" + PARENT + "-01-more",
                "00-" + TRACE_ID + "-" + PARENT + "-1",
                "00-" + TRACE_ID + "-" + PARENT,
                "00-00000000000000000000000000000000-" + PARENT + "-01",
                "00-" + TRACE_ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
                "0x-" + TRACE_ID + "-" + PARENT + "-01",
                "cc-" + TRACE_ID + "-" + PARENT + "-01.what-is-this",
                "00_" + TRACE_ID + "_" + PARENT + "_01",
                " 00-" + TRACE_ID + "-" + PARENT + "-01"
            })
    void beginsATraceWhereTheHeaderIsMalformed(String header) {
        assertThat(Trace.continued(header).traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE_ID);
    }

    @Test
    void beginsATraceWithoutAHeader() {
        assertThat(Trace.continued(null).traceId()).matches("[0-9a-f]{32}");
    }

    @Test
    void isPassedOnInTheSameForm() {
        assertThat(new Trace(TRACE_ID, PARENT, true).traceparent()).isEqualTo(HEADER);
    }
}
