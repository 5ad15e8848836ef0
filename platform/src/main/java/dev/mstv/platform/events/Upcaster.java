package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings the data of an event from one version of its schema to the next, so that nobody but it knows the older one. A
 * bean of the event's module. Pure: the same data always give the same, nothing is asked and nothing happens.
 */
public interface Upcaster {

    /** Logical name of the event, such as {@code user.registered}. */
    String type();

    /** The version that it takes; what it gives is of the one after. */
    int from();

    /**
     * The data in the next version.
     *
     * @param data its own to change; whatever is not required may be missing, and what is personal is once the person is
     *     erased
     */
    ObjectNode upcast(ObjectNode data);
}
