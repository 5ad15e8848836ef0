package dev.mstv.platform.bus;

import java.time.Duration;

/** Remembers what came of a command, by idempotency key. Holds on N nodes. */
public interface OutcomeStore {

    /** Claims a key for one run of a command, for at most {@code lease}. */
    Claim claim(String module, String key, String fingerprint, Duration lease);

    /**
     * Keeps the outcome; called in the command's own transaction.
     *
     * @throws dev.mstv.platform.problem.Refusal if the claim ran out meanwhile and another run has taken over
     */
    void complete(String module, Claim.Held claim, String outcome);

    /** Gives the key back after a run that came to nothing. */
    void release(String module, Claim.Held claim);

    /** What became of a claim. */
    sealed interface Claim {
        /** The key is ours: run the command. */
        record Held(String key, String holder) implements Claim {}

        /** The command has run: this came of it. */
        record Done(String outcome) implements Claim {}

        /** Another run is under way. */
        record Running() implements Claim {}

        /** The key was used for something else. */
        record Reused() implements Claim {}
    }
}
