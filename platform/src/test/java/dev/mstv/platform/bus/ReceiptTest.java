package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiptTest {

    private final Receipt receipt = new Receipt();

    @Test
    void hasNoTokenWhereNothingWasStored() {
        assertThat(receipt.consistencyToken()).isEmpty();
    }

    @Test
    void namesEveryModuleThatStoredSomething() {
        receipt.reached("users", 42);
        receipt.reached("auth", 7);
        assertThat(receipt.consistencyToken()).contains("auth-7.users-42");
    }

    @Test
    void remembersTheFarthestPosition() {
        receipt.reached("users", 42);
        receipt.reached("users", 41);
        assertThat(receipt.consistencyToken()).contains("users-42");
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
