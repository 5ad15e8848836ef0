package dev.mstv.platform.bus;

/** The rest of a message's way. */
@FunctionalInterface
interface Step {

    Object run(Message<?> message, CallContext context);
}
