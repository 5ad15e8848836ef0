package dev.mstv.acceptance;

import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Ports;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The application as a client meets it: one process, or several behind a gateway. */
final class Deployment implements AutoCloseable {

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final RunningApp front;

    Deployment(Shape shape, Launch launch) {
        if (shape.groups().isEmpty()) {
            front = opened(launch.start(), RunningApp::close);
            return;
        }
        Kafka kafka = opened(Kafka.temporary(), Kafka::close);
        List<Part> parts = shape.groups().stream().map(Part::of).toList();
        Launch common = launch.with("SERVICE_SECRET", Secrets.SERVICE_SECRET)
                .with("SERVICES", parts.stream().map(Part::addresses).collect(Collectors.joining(";")))
                // More than a busy machine needs: what is too slow is another test's matter.
                .with("CB_TIMEOUT", "10s")
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", kafka.bootstrapServers());
        parts.forEach(part -> opened(part.launch(common).start(), RunningApp::close));
        front = opened(common.with("SERVICE_NAME", "api-gateway").start(), RunningApp::close);
    }

    /** Where clients go. */
    RunningApp front() {
        return front;
    }

    private record Part(String modules, int port) {

        static Part of(String modules) {
            return new Part(modules, Ports.free());
        }

        String addresses() {
            return Arrays.stream(modules.split(",", -1))
                    .map(module -> module + "=127.0.0.1:" + port)
                    .collect(Collectors.joining(";"));
        }

        Launch launch(Launch common) {
            return common.with("MODULES", modules).with("GRPC_PORT", Integer.toString(port));
        }
    }

    private <T> T opened(T part, Consumer<T> close) {
        closing.push(() -> close.accept(part));
        return part;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
