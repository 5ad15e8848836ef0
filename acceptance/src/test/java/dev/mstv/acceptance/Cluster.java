package dev.mstv.acceptance;

import dev.mstv.devstack.Durability;
import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Postgres;
import dev.mstv.devstack.Redis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Three processes of the application on one database and, if wanted, one broker and one Redis. */
final class Cluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final String DATABASE = "mstv";

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final List<Victim> servers = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Postgres postgres;
    private final Optional<Kafka> kafka;

    Cluster(boolean withKafka, boolean withRedis) {
        // What was acknowledged is on the disk; a faster server would forget it when it is killed.
        postgres = opened(Postgres.temporary(Durability.FULL), Postgres::close);
        postgres.createDatabase(DATABASE);
        servers.add(Victim.of(ChaosPlan.POSTGRES, postgres::kill, postgres::restart));
        Launch launch = Launch.on(postgres.url(DATABASE));
        kafka = withKafka ? Optional.of(opened(Kafka.temporary(), Kafka::close)) : Optional.empty();
        if (kafka.isPresent()) {
            servers.add(Victim.of(ChaosPlan.KAFKA, kafka.get()::kill, kafka.get()::restart));
            launch = launch.with("ENABLE_KAFKA", "true")
                    .with("KAFKA_BROKERS", kafka.get().bootstrapServers());
        }
        if (withRedis) {
            Redis redis = opened(Redis.temporary(), Redis::close);
            servers.add(Victim.of(ChaosPlan.REDIS, redis::kill, redis::restart));
            launch = launch.with("ENABLE_REDIS_CACHE", "true").with("REDIS_URL", redis.url());
        }
        for (int i = 0; i < NODES; i++) {
            nodes.add(opened(new Node(launch), Node::close));
        }
    }

    private <T> T opened(T part, Consumer<T> close) {
        closing.push(() -> close.accept(part));
        return part;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** What can be killed; servers first, which is the order to start them in again. */
    List<Victim> victims() {
        return Stream.concat(servers.stream(), nodes.stream()).toList();
    }

    Sql database() {
        return Sql.of(postgres.url(DATABASE));
    }

    Postgres postgres() {
        return postgres;
    }

    Kafka kafka() {
        return kafka.orElseThrow();
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
