package dev.mstv.devstack.up;

import java.nio.file.Path;

/** Where things are in a working copy; everything that {@code up} writes is below {@code .mstv}, and the cache. */
record Layout(Path root) {

    /** Below the current directory, because the whole path of a socket has to be short. */
    static final Path CONTROL = Path.of(".mstv", "up.socket");

    Path jar() {
        return root.resolve("app/target/mstv-app.jar");
    }

    Path libraries() {
        return root.resolve("app/target/lib");
    }

    Path cache() {
        return root.resolve("app/target/mstv-app.aot");
    }

    Path dotEnv() {
        return root.resolve(".env");
    }

    Path state() {
        return root.resolve(".mstv");
    }

    Path postgres() {
        return state().resolve("postgres");
    }

    Path redis() {
        return state().resolve("redis");
    }

    Path kafka() {
        return state().resolve("kafka");
    }

    Path mqtt() {
        return state().resolve("mqtt");
    }

    Path mail() {
        return state().resolve("mail");
    }

    Path secrets() {
        return state().resolve("secrets.env");
    }

    Path lock() {
        return state().resolve("up.lock");
    }

    Path pids() {
        return state().resolve("app.pids");
    }

    Path training() {
        return state().resolve("training");
    }

    Path trainingLog() {
        return state().resolve("training.log");
    }
}
