package dev.mstv.platform.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every log of pushes does. */
abstract class PushLogContract {

    static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    abstract PushLog log();

    static Push push(String event) {
        return new Push(
                UUID.randomUUID(),
                event,
                new UUID(1, 2),
                Set.of(Audience.all("things")),
                "{}",
                Instant.ofEpochSecond(1),
                "request",
                null);
    }

    private void append(String... events) {
        for (String event : events) {
            log().append(List.of(push(event)));
        }
    }

    static List<PushLog.Entry> read(PushLog.Reader reader, int count) throws Exception {
        List<PushLog.Entry> entries = new ArrayList<>();
        long end = System.nanoTime() + SOON.toNanos();
        while (entries.size() < count && System.nanoTime() < end) {
            entries.addAll(reader.next(AT_ONCE));
        }
        return entries;
    }

    static List<String> events(List<PushLog.Entry> entries) {
        return entries.stream().map(entry -> entry.push().event()).toList();
    }

    @Test
    void givesAPushBackAsItWas() throws Exception {
        Push push = push("thing.made");
        try (PushLog.Reader reader = log().read(null)) {
            log().append(List.of(push));
            assertThat(read(reader, 1)).extracting(PushLog.Entry::push).containsExactly(push);
        }
    }

    @Test
    void hasAnOrder() throws Exception {
        try (PushLog.Reader reader = log().read(null)) {
            append("a", "b", "c");
            assertThat(events(read(reader, 3))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void isReadFromNowOnIfNothingElseIsSaid() throws Exception {
        append("before");
        try (PushLog.Reader reader = log().read(null)) {
            append("after");
            assertThat(events(read(reader, 1))).containsExactly("after");
        }
    }

    @Test
    void isReadFromAnyEntryOn() throws Exception {
        try (PushLog.Reader reader = log().read(null)) {
            append("a", "b", "c");
            String first = read(reader, 3).getFirst().position();
            try (PushLog.Reader later = log().read(first)) {
                assertThat(events(read(later, 2))).containsExactly("b", "c");
            }
        }
    }

    @Test
    void isReadFromWhereAReaderWas() throws Exception {
        try (PushLog.Reader reader = log().read(null)) {
            String position = reader.position();
            append("a");
            try (PushLog.Reader later = log().read(position)) {
                assertThat(events(read(later, 1))).containsExactly("a");
            }
        }
    }

    @Test
    void hasNoMoreForWhoHasReadAllThatWasThere() throws Exception {
        try (PushLog.Reader reader = log().read(null)) {
            String position = reader.position();
            append("a");
            try (PushLog.Reader later = log().read(position)) {
                assertThat(read(later, 1)).hasSize(1);
                assertThat(later.caughtUp()).isTrue();
            }
        }
    }

    @Test
    void hasMoreForWhoHasNotReadAllThatWasThere() throws Exception {
        try (PushLog.Reader reader = log().read(null)) {
            String position = reader.position();
            append("a");
            try (PushLog.Reader later = log().read(position)) {
                assertThat(later.caughtUp()).isFalse();
            }
        }
    }

    @Test
    void doesNotKnowAPositionThatItNeverHad() {
        assertThatThrownBy(() -> log().read("1-1")).isInstanceOf(PushesGoneException.class);
    }

    @Test
    void doesNotKnowWhatIsNoPosition() {
        assertThatThrownBy(() -> log().read("what's this?")).isInstanceOf(PushesGoneException.class);
    }
}
