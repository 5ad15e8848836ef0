package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of using a one-time token. */
public sealed interface TokenUse {

    /** What it is for is done. */
    record Done() implements TokenUse {}

    /** It never was one, is over, was used, or its user has another address by now; which of them is not told. */
    record InvalidToken(AuthProblem problem) implements TokenUse, Refusing {
        @Override
        public Refusal refusal() {
            return problem.refusal();
        }
    }
}
