package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final UUID STREAM = new UUID(1, 1);

    private final Receipt receipt = new Receipt();

    @Test
    void hasNoTokenWhereNothingWasStored() {
        assertThat(receipt.consistencyToken()).isEmpty();
    }

    @Test
    void namesEveryModuleThatStoredSomething() {
        receipt.reached("users", STREAM, 42);
        receipt.reached("auth", STREAM, 7);
        assertThat(receipt.consistencyToken()).map(Object::toString).hasValue("auth-7.users-42");
    }

    @Test
    void remembersTheFarthestPositionOfAStream() {
        receipt.reached("users", STREAM, 42);
        receipt.reached("users", STREAM, 41);
        assertThat(receipt.consistencyToken()).map(Object::toString).hasValue("users-42");
    }

    @Test
    void remembersEveryStream() {
        receipt.reached("users", STREAM, 42);
        receipt.reached("users", new UUID(2, 2), 43);
        assertThat(receipt.consistencyToken()).map(Object::toString).hasValue("users-42.users-43");
    }

    @Test
    void isNotAReplayUntilSomethingWasReplayed() {
        assertThat(receipt.replayed()).isFalse();
    }

    @Test
    void tellsOfAReplay() {
        receipt.markReplayed();
        assertThat(receipt.replayed()).isTrue();
    }
}
