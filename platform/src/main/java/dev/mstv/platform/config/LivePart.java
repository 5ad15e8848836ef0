package dev.mstv.platform.config;

import dev.mstv.platform.config.LiveSetting.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are read together, from the environment and what is wanted instead of it, always by the same reader. Not
 * thread-safe: {@link LiveSettings} sees to that.
 */
final class LivePart<T> {

    private final Function<Variables, T> reader;
    private final List<Part<T>> parts;
    private final Map<String, String> environment = new HashMap<>();
    private final Live<T> live;
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, RefusedValue> refused = new HashMap<>();
    private Map<String, Candidate> taken = Map.of();

    private record Reading<T>(T value, Map<String, String> faults) {}

    /** What one variable says. */
    record Part<T>(String name, Function<T, Object> of) {}

    /**
     * As the environment says; what is wrong there is a fault of {@code variables}.
     *
     * @param parts all that {@code reader} reads
     */
    LivePart(Variables variables, Function<Variables, T> reader, List<Part<T>> parts) {
        this.reader = reader;
        this.parts = parts;
        names().forEach(name -> variables.text(name).ifPresent(value -> environment.put(name, value)));
        this.live = new Live<>(reader.apply(variables));
    }

    Live<T> live() {
        return live;
    }

    List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** Takes what is allowed of what is wanted; what is not leaves its setting as it is. */
    List<RefusedValue> take(Map<String, Candidate> wanted, Instant now) {
        Map<String, Candidate> own = new HashMap<>(wanted);
        own.keySet().retainAll(names());
        own.values().removeIf(Candidate::blank);
        Map<String, String> reasons = new HashMap<>();
        Map<String, Candidate> possible = possible(own, reasons);
        for (String name : names()) {
            if (!Objects.equals(taken.get(name), possible.get(name))) {
                since.put(name, now);
            }
        }
        taken = possible;
        live.set(read(possible).value());
        return refuse(own, reasons, now);
    }

    /** Why a setting cannot have a value, everything else being as it is; empty if it can. */
    Optional<String> fault(Candidate candidate, String name) {
        Map<String, Candidate> tried = new HashMap<>(taken);
        tried.remove(name);
        if (!candidate.blank()) {
            tried.put(name, candidate);
        }
        return read(tried).faults().entrySet().stream()
                .map(fault -> fault.getKey().equals(name) ? fault.getValue() : fault.getKey() + " " + fault.getValue())
                .findFirst();
    }

    List<LiveSetting> settings() {
        List<LiveSetting> settings = new ArrayList<>();
        for (Part<T> part : parts) {
            String name = part.name();
            String value = String.valueOf(part.of().apply(live.get()));
            settings.add(
                    new LiveSetting(name, value, source(name), key(name), since.get(name), refused.get(name), false));
        }
        return settings;
    }

    /** What can be had of what is wanted; why the rest cannot is put into {@code reasons}. */
    private Map<String, Candidate> possible(Map<String, Candidate> wanted, Map<String, String> reasons) {
        Map<String, Candidate> tried = new HashMap<>(wanted);
        Map<String, String> faults = read(tried).faults();
        if (faults.isEmpty()) {
            return tried;
        }
        faults.forEach((name, what) -> {
            if (tried.remove(name) != null) {
                reasons.put(name, what);
                Optional.ofNullable(taken.get(name)).ifPresent(before -> tried.put(name, before));
            }
        });
        if (read(tried).faults().isEmpty()) {
            return tried;
        }
        // Each may be allowed, and all of them together not.
        String why = "is not possible with the others: " + faults;
        wanted.forEach((name, candidate) -> {
            if (!candidate.equals(taken.get(name))) {
                reasons.putIfAbsent(name, why);
            }
        });
        return taken;
    }

    private Reading<T> read(Map<String, Candidate> candidates) {
        Map<String, String> values = new HashMap<>(environment);
        candidates.forEach((name, candidate) -> values.put(name, candidate.value()));
        Variables variables = new Variables(values);
        return new Reading<>(reader.apply(variables), variables.faults());
    }

    /** Remembers what is refused now; tells what was not before. */
    private List<RefusedValue> refuse(Map<String, Candidate> wanted, Map<String, String> reasons, Instant now) {
        refused.keySet().retainAll(reasons.keySet());
        List<RefusedValue> fresh = new ArrayList<>();
        reasons.forEach((name, reason) -> {
            String key = Objects.requireNonNull(wanted.get(name)).key();
            RefusedValue before = refused.get(name);
            if (before == null || !before.key().equals(key) || !before.reason().equals(reason)) {
                RefusedValue value = new RefusedValue(name, key, reason, now);
                refused.put(name, value);
                fresh.add(value);
            }
        });
        return fresh;
    }

    private Source source(String name) {
        return taken.containsKey(name)
                ? Source.CONSUL
                : environment.containsKey(name) ? Source.ENVIRONMENT : Source.DEFAULT;
    }

    private @Nullable String key(String name) {
        Candidate candidate = taken.get(name);
        return candidate == null ? null : candidate.key();
    }
}
