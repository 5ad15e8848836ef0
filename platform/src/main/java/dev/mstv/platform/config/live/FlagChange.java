package dev.mstv.platform.config.live;

/** What became of a wish to change a setting. */
public sealed interface FlagChange {

    /** Consul has it, and all processes follow. */
    record Accepted() implements FlagChange {}

    /** There is no such setting. */
    record Unknown() implements FlagChange {}

    /** It is read at the start alone. */
    record NeedsRestart() implements FlagChange {}

    /**
     * It cannot have this value.
     *
     * @param reason what is wrong, and what is allowed
     */
    record Invalid(String reason) implements FlagChange {}

    /** There is nothing that would tell the other processes. */
    record NoConsul() implements FlagChange {}

    /** Consul does not answer; whether it took the change is not known. */
    record ConsulAway() implements FlagChange {}
}
