package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions below the last one read at which there was no event: either there never will be, or it is committed later. Not
 * thread-safe.
 */
final class Holes {

    private List<Span> spans = List.of();
    private long last;

    Holes copy() {
        Holes copy = new Holes();
        copy.spans = spans;
        copy.last = last;
        return copy;
    }

    /** The position up to which everything was read or is a hole. */
    long last() {
        return last;
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    /** Takes in the events that follow the last position, in their order. */
    void passed(List<Envelope> events) {
        List<Span> more = new ArrayList<>(spans);
        for (Envelope event : events) {
            add(more, last + 1, event.position() - 1);
            last = event.position();
        }
        spans = more;
    }

    /** Takes out the positions of events that are there now, in their order. */
    void filled(List<Envelope> events) {
        List<Span> rest = new ArrayList<>();
        int next = 0;
        for (Span span : spans) {
            long from = span.first();
            while (next < events.size() && events.get(next).position() <= span.last()) {
                add(rest, from, events.get(next).position() - 1);
                from = events.get(next).position() + 1;
                next++;
            }
            add(rest, from, span.last());
        }
        spans = rest;
    }

    private static void add(List<Span> spans, long first, long last) {
        if (first <= last) {
            spans.add(new Span(first, last));
        }
    }
}
