package dev.mstv.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.payments.Amount;
import dev.mstv.payments.PaymentCaptured;
import dev.mstv.payments.PaymentDeclined;
import dev.mstv.payments.PaymentRefunded;
import dev.mstv.payments.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID ORDER = new UUID(2, 2);
    private static final Amount AMOUNT = new Amount("12.50", "EUR");
    private static final Origin PLACED = new Origin(new UUID(3, 3), "request-1", null);
    private static final Origin CANCELLED = new Origin(new UUID(4, 4), "request-2", null);
    private static final Payment DUE = Payment.due(
            ID,
            new Purchase(ORDER, new UUID(5, 5), Money.of("12.50", "EUR")),
            new SealedToken("secret"),
            PLACED,
            Instant.parse("2026-01-02T03:04:05Z"));
    private static final Charge YES = new Charge.Approved("reference");
    private static final Charge NO = new Charge.Declined("card_declined");
    private static final Reversal BACK = new Reversal.Reversed("reference");
    private static final Reversal NOTHING = new Reversal.NothingCharged();

    private static Payment ownerErased() {
        return Payment.due(ID, DUE.purchase(), null, PLACED, DUE.createdAt());
    }

    private static Payment cancelled() {
        return DUE.withOrderCancelled(CANCELLED);
    }

    @Test
    void isChargedFirst() {
        assertThat(DUE.next(false)).isEqualTo(Step.CHARGE);
    }

    @Test
    void isAskedAboutWhenNobodyKnowsWhetherItWasCharged() {
        assertThat(DUE.next(true)).isEqualTo(Step.ASK);
    }

    @Test
    void isNotChargedForACancelledOrder() {
        assertThat(cancelled().next(false)).isEqualTo(Step.DECLINE);
    }

    @Test
    void isReversedForACancelledOrderWhenNobodyKnowsWhetherItWasCharged() {
        assertThat(cancelled().next(true)).isEqualTo(Step.REVERSE);
    }

    @ParameterizedTest
    @CsvSource({"false,DECLINE", "true,REVERSE"})
    void isNotChargedToWhoIsErased(boolean tried, Step step) {
        assertThat(ownerErased().next(tried)).isEqualTo(step);
    }

    @Test
    void isReversedWhenItsOrderIsCancelledAfterwards() {
        assertThat(DUE.charged(YES, false).withOrderCancelled(CANCELLED).next(false))
                .isEqualTo(Step.REVERSE);
    }

    @Test
    void needsNoTokenOnceItIsCharged() {
        assertThat(DUE.charged(YES, false).token()).isNull();
    }

    @Test
    void needsNoTokenOnceItsOrderIsCancelled() {
        assertThat(cancelled().token()).isNull();
    }

    @Test
    void tellsThatItWasCharged() {
        assertThat(DUE.charged(YES, false).changes()).containsExactly(new PaymentCaptured(ID, ORDER, AMOUNT, null));
    }

    @Test
    void tellsThatItHadToBeAskedFor() {
        assertThat(DUE.charged(YES, true).changes())
                .containsExactly(new PaymentCaptured(ID, ORDER, AMOUNT, "reconciled"));
    }

    @Test
    void tellsWhyItWasDeclined() {
        assertThat(DUE.charged(NO, false).changes())
                .containsExactly(new PaymentDeclined(ID, ORDER, AMOUNT, "card_declined"));
    }

    @Test
    void tellsOfAChargeThatIsKnownByItsReversalOnly() {
        assertThat(cancelled().reversed(BACK).changes())
                .containsExactly(
                        new PaymentCaptured(ID, ORDER, AMOUNT, "reconciled"),
                        new PaymentRefunded(ID, ORDER, AMOUNT, "order_cancelled"));
    }

    @Test
    void tellsThatNothingWasChargedForACancelledOrder() {
        assertThat(cancelled().reversed(NOTHING).changes())
                .containsExactly(new PaymentDeclined(ID, ORDER, AMOUNT, "order_cancelled"));
    }

    @Test
    void tellsThatNothingIsChargedToWhoIsErased() {
        assertThat(ownerErased().abandoned().reason()).isEqualTo("buyer_erased");
    }

    @Test
    void isOfTheCancellationOnceThereIsOne() {
        assertThat(cancelled().withOrderCancelled(PLACED).origin()).isEqualTo(CANCELLED);
    }

    @Test
    void doesNotPrintItsToken() {
        assertThat(DUE.toString()).doesNotContain("secret");
    }

    /**
     * Whatever is learned, in whichever order and however often: a cancelled order's money is never kept, and while
     * something is to be done it is known to be.
     */
    @Test
    void keepsNoMoneyOfACancelledOrderHoweverItIsTold() {
        List<UnaryOperator<Payment>> news = List.of(
                payment -> payment.withOrderCancelled(CANCELLED),
                payment -> payment.charged(YES, false),
                payment -> payment.charged(NO, false),
                payment -> payment.reversed(NOTHING));
        assertThat(sequences(news, 6)).allSatisfy(sequence -> {
            Payment payment = DUE;
            for (UnaryOperator<Payment> one : sequence) {
                payment = one.apply(payment);
            }
            boolean kept = payment.status() == PaymentStatus.CAPTURED;
            assertThat(payment.unsettled() || !payment.orderCancelled() || !kept)
                    .isTrue();
            assertThat(payment.orderCancelled() && kept)
                    .isEqualTo(payment.orderCancelled() && payment.next(false) == Step.REVERSE);
            assertThat(payment.changes()).doesNotHaveDuplicates();
            assertThat(payment.reversed(BACK).status()).isEqualTo(PaymentStatus.REFUNDED);
        });
    }

    private static <T> List<List<T>> sequences(List<T> of, int length) {
        List<List<T>> all = new ArrayList<>(List.of(List.of()));
        List<List<T>> longest = List.of(List.of());
        for (int i = 0; i < length; i++) {
            longest = longest.stream()
                    .flatMap(sequence -> of.stream().map(next -> Stream.concat(sequence.stream(), Stream.of(next))
                            .toList()))
                    .toList();
            all.addAll(longest);
        }
        return all;
    }
}
