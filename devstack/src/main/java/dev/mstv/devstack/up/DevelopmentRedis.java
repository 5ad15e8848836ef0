package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Redis;
import java.nio.file.Path;
import java.util.Map;

/** Remembers what every node may know. */
record DevelopmentRedis(Path directory, int port, Starting starting) implements DevelopmentServer {

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public String enabling() {
        return "ENABLE_REDIS_CACHE";
    }

    @Override
    public String address() {
        return "REDIS_URL";
    }

    @Override
    public Provision start() {
        Redis redis = starting.start(name(), address(), () -> Redis.start(directory, port), Redis::stop);
        return new Provision(name(), redis.url(), Map.of(address(), redis.url()));
    }

    @Override
    public void endLeftover() {
        Redis.at(directory, port).stop();
    }

    @Override
    public void drop() {
        FileTree.delete(directory);
    }
}
