package dev.mstv.platform.bus;

/** What a message's module does with it; there is exactly one for each type. Called by many threads at once. */
public sealed interface Handler<M extends Message<R>, R> permits CommandHandler, QueryHandler {

    /** Does it. Runs on a virtual thread, so it may block. */
    R handle(M message);
}
