package dev.mstv.devstack.consul;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Keys and values. The index of a part of them is that of all, where Consul's is finer. Thread-safe. */
final class StubKeys {

    private final StubIndex index;
    private final StubIndex.Table table;
    private final TreeMap<String, Row> rows = new TreeMap<>();

    record Row(String key, String value, long created, long modified) {}

    /** A change; the value is empty if the key is removed. */
    record Change(String key, Optional<String> value) {}

    StubKeys(StubIndex index) {
        this.index = index;
        this.table = index.table();
    }

    StubIndex.Table table() {
        return table;
    }

    void put(String key, String value) {
        change(List.of(new Change(key, Optional.of(value))));
    }

    void delete(String key) {
        change(List.of(new Change(key, Optional.empty())));
    }

    /** Makes all of the changes at once, with one index. */
    void change(Collection<Change> changes) {
        table.change(now -> changes.forEach(change -> {
            Row before = rows.get(change.key());
            change.value()
                    .ifPresentOrElse(
                            value -> rows.put(
                                    change.key(),
                                    new Row(change.key(), value, before == null ? now : before.created(), now)),
                            () -> rows.remove(change.key()));
        }));
    }

    Optional<String> get(String key) {
        return index.locked(() -> Optional.ofNullable(rows.get(key)).map(Row::value));
    }

    /** The rows of one key, or of all that begin with it. */
    List<Row> find(String key, boolean recurse) {
        return index.locked(() -> recurse
                ? rows.values().stream()
                        .filter(row -> row.key().startsWith(key))
                        .toList()
                : rows.values().stream().filter(row -> row.key().equals(key)).toList());
    }
}
