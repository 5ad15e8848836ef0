package dev.mstv.devstack.consul;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Registered instances. Thread-safe. */
final class StubServices {

    private final StubIndex index;
    private final StubIndex.Table table;
    private final TreeMap<String, StubService> services = new TreeMap<>();

    StubServices(StubIndex index) {
        this.index = index;
        this.table = index.table();
    }

    StubIndex.Table table() {
        return table;
    }

    void put(StubService service) {
        table.change(now -> services.put(service.id(), service));
    }

    void remove(String id) {
        table.change(now -> services.remove(id));
    }

    /** Notes what a check found, if the instance is still there and that is new. */
    void found(StubService checked, StubService.Status status) {
        boolean news = index.locked(() ->
                services.containsKey(checked.id()) && services.get(checked.id()).status() != status);
        if (news) {
            table.change(now -> services.computeIfPresent(checked.id(), (id, service) -> service.with(status)));
        }
    }

    Collection<StubService> all() {
        return index.locked(() -> List.copyOf(services.values()));
    }

    List<StubService> named(String name) {
        return all().stream().filter(service -> service.name().equals(name)).toList();
    }
}
