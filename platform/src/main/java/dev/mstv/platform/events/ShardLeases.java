package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which shards of a module's outbox this node sends: an equal part of them, as long as it says that it is alive. Time is
 * the database's, so the nodes' clocks need not agree. A node that was slow may send what another sends as well; nothing
 * is lost by that, and subscribers notice.
 */
final class ShardLeases {

    static final Duration LEASE = Duration.ofSeconds(6);

    private final Database database;
    private final String node;
    private final String shards;
    private final String nodes;
    private volatile boolean registered;
    private volatile Held held = new Held(Set.of(), System.nanoTime());

    ShardLeases(Database database, String node) {
        this.database = database;
        this.node = node;
        this.shards = database.module() + "_relay_shard";
        this.nodes = database.module() + "_relay_node";
    }

    private record Held(Set<Integer> shards, long until) {}

    /** The shards that are ours at this moment. */
    Set<Integer> held() {
        Held now = held;
        return System.nanoTime() - now.until() < 0 ? now.shards() : Set.of();
    }

    /** True once this node has said that it is there, and has the part that was left for it. */
    boolean registered() {
        return registered;
    }

    /** Says that this node is alive, and takes or gives back shards until each node has its part. */
    void renew() {
        long until = System.nanoTime() + LEASE.toNanos();
        Set<Integer> mine = database.apart(handle -> handle.inTransaction(this::balance));
        held = new Held(mine, until);
        registered = true;
    }

    /** Gives everything back, for others to take at once. */
    void release() {
        held = new Held(Set.of(), System.nanoTime());
        database.apart(handle -> handle.createUpdate(
                                "UPDATE " + shards + " SET holder = NULL, leased_until = 'epoch' WHERE holder = :node")
                        .bind("node", node)
                        .execute()
                + handle.createUpdate("DELETE FROM " + nodes + " WHERE node = :node")
                        .bind("node", node)
                        .execute());
    }

    private Set<Integer> balance(Handle handle) {
        int part = (int) Math.ceil(Shards.COUNT / (double) alive(handle));
        Set<Integer> mine = new HashSet<>(renewed(handle));
        if (mine.size() > part) {
            Set<Integer> surplus = mine.stream().skip(part).collect(Collectors.toSet());
            giveBack(handle, surplus);
            mine.removeAll(surplus);
        } else if (mine.size() < part) {
            mine.addAll(taken(handle, part - mine.size()));
        }
        return Set.copyOf(mine);
    }

    private long alive(Handle handle) {
        handle.createUpdate("DELETE FROM " + nodes + " WHERE alive_until < now()")
                .execute();
        handle.createUpdate(
                        "INSERT INTO " + nodes + " (node, alive_until) VALUES (:node, now() + :lease * interval '1 ms')"
                                + " ON CONFLICT (node) DO UPDATE SET alive_until = EXCLUDED.alive_until")
                .bind("node", node)
                .bind("lease", LEASE.toMillis())
                .execute();
        return handle.createQuery("SELECT count(*) FROM " + nodes)
                .mapTo(Long.class)
                .one();
    }

    private List<Integer> renewed(Handle handle) {
        return handle.createQuery("UPDATE " + shards + " SET leased_until = now() + :lease * interval '1 ms'"
                        + " WHERE holder = :node RETURNING shard")
                .bind("node", node)
                .bind("lease", LEASE.toMillis())
                .mapTo(Integer.class)
                .list();
    }

    private List<Integer> taken(Handle handle, int most) {
        return handle.createQuery(
                        "UPDATE " + shards + " SET holder = :node, leased_until = now() + :lease * interval '1 ms'"
                                + " WHERE shard IN (SELECT shard FROM " + shards
                                + " WHERE leased_until < now() ORDER BY shard LIMIT :most FOR UPDATE SKIP LOCKED) RETURNING shard")
                .bind("node", node)
                .bind("lease", LEASE.toMillis())
                .bind("most", most)
                .mapTo(Integer.class)
                .list();
    }

    private void giveBack(Handle handle, Set<Integer> surplus) {
        int unused = handle.createUpdate("UPDATE " + shards
                        + " SET holder = NULL, leased_until = 'epoch' WHERE holder = :node AND shard = ANY (:surplus)")
                .bind("node", node)
                .bindArray("surplus", Integer.class, List.copyOf(surplus))
                .execute();
    }
}
