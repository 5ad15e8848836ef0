package dev.mstv.platform.events.projection;

/** What came of asking for a projection to be made anew. */
public sealed interface RebuildRequest {

    /** It is being made, as the generation of this number. */
    record Begun(long generation) implements RebuildRequest {}

    /** Somebody makes it anew already. */
    record Running() implements RebuildRequest {}

    /** The module has no such projection. */
    record Unknown() implements RebuildRequest {}
}
