package dev.mstv.platform.events;

/** Positions in an event store that follow each other, both ends included. */
public record Span(long first, long last) {

    public Span {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("No positions are from " + first + " to " + last);
        }
    }
}
