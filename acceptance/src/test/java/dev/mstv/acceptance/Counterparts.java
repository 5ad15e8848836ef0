package dev.mstv.acceptance;

import java.util.EnumMap;
import java.util.Map;

/** Which application each case is tried against; each is there when first needed. Not thread-safe. */
final class Counterparts implements AutoCloseable {

    private enum Kind {
        SHARED,
        COMMANDED,
        LIMITED
    }

    private final Map<Kind, Counterpart> there = new EnumMap<>(Kind.class);

    Speaker speaker(Tongue tongue, ParityCase parityCase) {
        return there.computeIfAbsent(kind(tongue, parityCase), Counterparts::started)
                .speaker(tongue);
    }

    private static Kind kind(Tongue tongue, ParityCase parityCase) {
        if (parityCase.isAboutLimits()) {
            return Kind.LIMITED;
        }
        return tongue == Tongue.MQTT ? Kind.COMMANDED : Kind.SHARED;
    }

    private static Counterpart started(Kind kind) {
        Launch launch = World.anotherProcess();
        return switch (kind) {
            case SHARED -> Counterpart.shared();
            case COMMANDED -> Counterpart.withBroker(launch);
            case LIMITED ->
                Counterpart.withBroker(launch.with("RATE_LIMIT_MAX", Integer.toString(ParityCase.RATE_LIMIT))
                        .with("RATE_LIMIT_WINDOW", "10m"));
        };
    }

    @Override
    public void close() {
        there.values().forEach(Counterpart::close);
    }
}
