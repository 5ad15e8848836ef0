package dev.mstv.platform.web;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal says of the one field that it refuses. */
final class Refused {

    private Refused() {}

    static String codeOf(ThrowingCallable call) {
        return of(call).code();
    }

    static FieldError of(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).problem().errors().getFirst();
    }
}
