package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mstv.platform.security.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallContextTest {

    private static CallContext call(@Nullable String key) {
        return CallContext.of(Caller.SYSTEM, new Client("127.0.0.1", null), "r1", Trace.begin(), key);
    }

    @Test
    void isBoundToTheWorkThatItRuns() {
        CallContext call = call(null);
        assertThat(call.call(CallContext::current)).isSameAs(call);
    }

    @Test
    void isThereInACallOnly() {
        assertThatIllegalStateException().isThrownBy(CallContext::current);
    }

    @Test
    void tellsANestedCommandFromItsSender() {
        assertThat(call("k").inside("auth.register").idempotencyKey()).isEqualTo("k/auth.register");
    }

    @Test
    void tellsTheOperationsOfOneRequestApart() {
        assertThat(call("k").operation("second").idempotencyKey()).isEqualTo("k#second");
    }

    @Test
    void nestsNoKeyWhereThereIsNone() {
        assertThat(call(null).inside("auth.register").idempotencyKey()).isNull();
    }

    @Test
    void isNestedInsideOfAUseCase() {
        assertThat(call(null).inside("auth.register").nested()).isTrue();
    }

    @Test
    void isNotNestedAtTheEdge() {
        assertThat(call(null).operation("second").nested()).isFalse();
    }

    @Test
    void givesANestedCommandTheSameReceipt() {
        CallContext call = call(null);
        assertThat(call.inside("auth.register").receipt()).isSameAs(call.receipt());
    }

    @Test
    void givesANestedCommandTheSameDeadline() {
        CallContext call = call(null);
        assertThat(call.inside("auth.register").deadline()).isEqualTo(call.deadline());
    }

    @Test
    void hasNoTimeLeftOnceItsCallerHasGone() {
        CallContext call = call(null);
        CallContext left = call.until(call.deadline(), () -> true);
        assertThat(left.call(CallContext::timeLeft)).contains(Duration.ZERO);
    }

    @Test
    void isAbandonedWithItsCallerAlsoWhereItIsNested() {
        CallContext call = call("k");
        CallContext left = call.until(call.deadline(), () -> true).inside("auth.register");
        assertThat(left.call(CallContext::isAbandoned)).isTrue();
    }

    @Test
    void isNotAbandonedWhereNobodyCanTell() {
        assertThat(call(null).abandoned()).isFalse();
    }
}
