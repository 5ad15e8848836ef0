package dev.mstv.platform.bus;

/** One stage of the pipeline. */
@FunctionalInterface
interface Stage {

    /** Wraps the rest of the way for one message type, once at start; a stage with nothing to do returns {@code next}. */
    Step around(UseCaseType type, Step next);
}
