package dev.mstv.platform.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The events that a subscriber reads, each into a record of its own, and what it does about them. Immutable. */
public final class Subscription {

    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z_]+");

    private final String name;
    private final Map<String, Read<?>> reads;
    private final @Nullable Read<?> others;
    private final @Nullable Consumer<List<Envelope>> together;

    private Subscription(
            String name,
            Map<String, Read<?>> reads,
            @Nullable Read<?> others,
            @Nullable Consumer<List<Envelope>> together) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a subscriber is <module>.<what>, was " + name);
        }
        this.name = name;
        this.reads = Map.copyOf(reads);
        this.others = others;
        this.together = together;
    }

    /**
     * Of nothing yet.
     *
     * @param name {@code <module>.<what>}; it must never change, for what was done is noted by it
     */
    public static Subscription named(String name) {
        return new Subscription(name, Map.of(), null, null);
    }

    /**
     * Of events that are taken together, as many as arrive together, in one effect: for who stores many at the cost of few.
     *
     * @param shapes by type: the record that it is read into, as with {@link #on}
     * @param effect what to do about them, in their order; as {@link Effect}, but for all of them
     */
    public static <E> Subscription together(
            String name, Map<String, Class<? extends E>> shapes, Consumer<List<Happened<E>>> effect) {
        Map<String, Read<?>> reads = new HashMap<>();
        shapes.forEach((type, shape) -> reads.put(type, new Read<>(shape, (event, about) -> {})));
        return new Subscription(name, reads, null, events -> effect.accept(Happened.read(events, shapes)));
    }

    /** As {@link #together}, of every event there is or will be. */
    public static Subscription allTogether(String name, Consumer<List<Envelope>> effect) {
        return new Subscription(name, Map.of(), new Read<>(String.class, (event, about) -> {}), effect);
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
        return new Subscription(name, more, others, together);
    }

    /** With every other type there is or will be, as it is. */
    public Subscription onAnyOther(Effect<String> effect) {
        return new Subscription(name, reads, new Read<>(String.class, effect), together);
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

    /** Whether it takes many events by one effect. */
    boolean takesTogether() {
        return together != null;
    }

    /** Does what is to be done about events that it {@link #reads}, in their order. */
    void take(List<Envelope> events) {
        if (together != null) {
            together.accept(events);
        } else {
            events.forEach(this::takeOne);
        }
    }

    private void takeOne(Envelope envelope) {
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
