package dev.mstv.platform.events;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An event as its reader wants it.
 *
 * @param event a record with those fields that are wanted
 */
public record Happened<E>(E event, Envelope envelope) {

    /**
     * Those of the events whose type is read, in their order.
     *
     * @param shapes by type: the record that it is read into
     * @throws UnreadableEventException if one of them lacks what is not nullable
     */
    public static <E> List<Happened<E>> read(List<Envelope> events, Map<String, Class<? extends E>> shapes) {
        return events.stream()
                .filter(event -> shapes.containsKey(event.type()))
                .map(event -> new Happened<E>(
                        EventJson.read(event.data(), Objects.requireNonNull(shapes.get(event.type()))), event))
                .toList();
    }
}
