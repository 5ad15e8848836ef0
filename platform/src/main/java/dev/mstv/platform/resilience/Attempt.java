package dev.mstv.platform.resilience;

import dev.mstv.platform.problem.Refusal;

/** How one attempt ended, if it makes sense to go on. */
sealed interface Attempt<T> {

    record Answered<T>(T value) implements Attempt<T> {}

    /** Another one may be answered. */
    record Failed<T>(Refusal refusal) implements Attempt<T> {}
}
