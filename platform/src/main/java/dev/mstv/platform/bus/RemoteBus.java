package dev.mstv.platform.bus;

/** The way to modules that run in other processes. Thread-safe. */
public interface RemoteBus {

    /**
     * Has a message run in a process that has its module, and returns the outcome as JSON. What goes back beside it is in
     * the context's receipt then.
     *
     * @param payload the message as JSON
     * @throws dev.mstv.platform.problem.Refusal what was refused there, or {@code service_unavailable},
     *     {@code deadline_exceeded}, {@code incompatible_release}, {@code message_too_large} or {@code outcome_too_large}
     */
    byte[] run(RemoteMessage message, byte[] payload, CallContext context);
}
