package dev.mstv.platform.events;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The events that a subscriber reads, each into a record of its own, and what it does about them. Immutable. */
public final class Subscription {

    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z_]+");

    private final String name;
    private final Map<String, Read<?>> reads;
    private final @Nullable Read<?> others;

    private Subscription(String name, Map<String, Read<?>> reads, @Nullable Read<?> others) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a subscriber is <module>.<what>, was " + name);
        }
        this.name = name;
        this.reads = Map.copyOf(reads);
        this.others = others;
    }

    /**
     * Of nothing yet.
     *
     * @param name {@code <module>.<what>}; it must never change, for what was done is noted by it
     */
    public static Subscription named(String name) {
        return new Subscription(name, Map.of(), null);
    }

    /**
     * With one more type of event.
     *
     * @param shape a record with those fields that are wanted; a component that is not nullable must be in the event
     */
    public <T extends Record> Subscription on(String type, Class<T> shape, Effect<T> effect) {
        Map<String, Read<?>> more = new HashMap<>(reads);
        if (more.put(type, new Read<>(shape, effect)) != null) {
            throw new IllegalArgumentException(name + " reads " + type + " twice");
        }
        return new Subscription(name, more, others);
    }

    /** With every other type there is or will be, as it is. */
    public Subscription onAnyOther(Effect<String> effect) {
        return new Subscription(name, reads, new Read<>(String.class, effect));
    }

    String name() {
        return name;
    }

    String module() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether it wants events of a type. */
    boolean reads(String type) {
        return others != null || reads.containsKey(type);
    }

    /** Whether it wants types as well that it does not name. */
    boolean readsAll() {
        return others != null;
    }

    /** What it reads each type into. */
    Map<String, Class<?>> shapes() {
        Map<String, Class<?>> shapes = new HashMap<>();
        reads.forEach((type, read) -> shapes.put(type, read.shape()));
        return shapes;
    }

    /** Does what is to be done about an event that it {@link #reads}. */
    void take(Envelope envelope) {
        Read<?> read = reads.getOrDefault(envelope.type(), others);
        if (read != null) {
            read.take(envelope);
        }
    }

    private record Read<T>(Class<T> shape, Effect<T> effect) {

        void take(Envelope envelope) {
            effect.of(EventJson.read(envelope.data(), shape), envelope);
        }
    }
}
