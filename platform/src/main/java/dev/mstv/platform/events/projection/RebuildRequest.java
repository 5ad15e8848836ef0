package dev.mstv.platform.events.projection;

/** What came of asking for a projection to be made anew. */
sealed interface RebuildRequest {

    record Begun(long generation) implements RebuildRequest {}

    record Running() implements RebuildRequest {}

    record Unknown() implements RebuildRequest {}
}
