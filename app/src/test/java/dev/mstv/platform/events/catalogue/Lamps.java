package dev.mstv.platform.events.catalogue;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.Personal;
import dev.mstv.platform.events.Upcaster;
import dev.mstv.platform.events.Upcasters;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as it was published, and what became of its record: each is changed in one thing. */
final class Lamps {

    static final String TYPE = "lamp.lit";
    static final String FILE = "lamp.lit.v1.json: ";

    private Lamps() {}

    /** The schemas of a directory, beside a code that has the one event only. */
    static PublishedSchemas schemas(Path directory, Class<?> type, Upcaster... upcasters) {
        EventTypes types = EventTypes.of(type);
        return new PublishedSchemas(directory, types, Upcasters.of(types, upcasters));
    }

    @Event.Topic("lamp.events")
    interface LampEvent extends Event {}

    @Event.Topic("light.events")
    interface LightEvent extends Event {}

    enum Colour {
        WARM,
        COLD
    }

    enum FewerColours {
        WARM
    }

    enum MoreColours {
        WARM,
        COLD,
        RED
    }

    record Bulb(int watts, @Nullable String make) {}

    record WholeBulb(int watts, String make) {}

    record PreciseBulb(double watts, @Nullable String make) {}

    @Event.Type(TYPE)
    record Published(String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs)
            implements LampEvent {}

    @Event.Type(TYPE)
    record FieldRemoved(@Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    record TypeChanged(int where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs)
            implements LampEvent {}

    @Event.Type(TYPE)
    record TypeChangedWithin(
            String where, @Personal @Nullable String by, Colour colour, List<PreciseBulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    record RequiredAdded(String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs, int volts)
            implements LampEvent {}

    @Event.Type(TYPE)
    record OptionalRequired(
            String where, @Personal @Nullable String by, Colour colour, List<WholeBulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    record RequiredOptional(
            @Nullable String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs)
            implements LampEvent {}

    @Event.Type(TYPE)
    record EnumNarrowed(String where, @Personal @Nullable String by, FewerColours colour, List<Bulb> bulbs)
            implements LampEvent {}

    @Event.Type(TYPE)
    record PersonalNoMore(String where, @Nullable String by, Colour colour, List<Bulb> bulbs) implements LampEvent {}

    @Event.Type(TYPE)
    record Moved(String where, @Personal @Nullable String by, Colour colour, List<Bulb> bulbs) implements LightEvent {}

    @Event.Type(TYPE)
    record OptionalAdded(
            String where,
            @Personal @Nullable String by,
            Colour colour,
            List<Bulb> bulbs,
            @Nullable Integer volts) implements LampEvent {}

    @Event.Type(TYPE)
    record EnumWidened(String where, @Personal @Nullable String by, MoreColours colour, List<Bulb> bulbs)
            implements LampEvent {}
}
