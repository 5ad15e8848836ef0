package dev.mstv.platform.config.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.model.kv.Value;

/** Everything below {@link ConfigurationKeys#ROOT} at one moment, by key. */
record Snapshot(Map<String, Entry> entries) {

    static final Snapshot EMPTY = new Snapshot(Map.of());

    Snapshot {
        entries = Map.copyOf(entries);
    }

    /** Of Consul's answer, which has no values at all if there is no such key. */
    static Snapshot of(@Nullable List<Value> values) {
        return values == null
                ? EMPTY
                : new Snapshot(values.stream()
                        .collect(Collectors.toMap(
                                Value::getKey,
                                value -> new Entry(value.getValueAsString().orElse(""), value.getModifyIndex()))));
    }

    static Snapshot of(ConsulResponse<List<Value>> response) {
        return of(response.getResponse());
    }

    Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
