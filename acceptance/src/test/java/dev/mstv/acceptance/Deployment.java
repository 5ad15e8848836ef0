package dev.mstv.acceptance;

import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Ports;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The application as a client meets it: one process, or several behind a gateway. */
final class Deployment implements AutoCloseable {

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final List<Part> parts;
    private final List<Node> nodes = new ArrayList<>();
    private final RunningApp front;

    Deployment(Shape shape, Launch launch) {
        this(shape, launch, 1);
    }

    /** With so many processes of each part behind the gateway. */
    Deployment(Shape shape, Launch launch, int instances) {
        parts = shape.groups().stream()
                .flatMap(modules -> IntStream.range(0, instances).mapToObj(any -> new Part(modules, Ports.free())))
                .toList();
        if (parts.isEmpty()) {
            front = opened(launch.start(), RunningApp::close);
            return;
        }
        Kafka kafka = opened(Kafka.temporary(), Kafka::close);
        Launch common = launch.with("SERVICE_SECRET", Secrets.SERVICE_SECRET)
                .with("SERVICES", addresses())
                .with("ENABLE_KAFKA", "true")
                .with("KAFKA_BROKERS", kafka.bootstrapServers());
        Launch services = common.released("mstv.services");
        parts.forEach(part -> nodes.add(opened(new Node(part.launch(services)), Node::close)));
        Launch gateway = common.released("mstv.gateway").with("SERVICE_NAME", "api-gateway");
        front = opened(gateway.start(), RunningApp::close);
    }

    /** Where clients go. */
    RunningApp front() {
        return front;
    }

    /** What stands behind the gateway. */
    List<Node> nodes() {
        return nodes;
    }

    /** The first process behind the gateway that runs a module. */
    Node node(String module) {
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).names().contains(module))
                .mapToObj(nodes::get)
                .findFirst()
                .orElseThrow();
    }

    private String addresses() {
        return parts.stream()
                .flatMap(part -> part.names().stream())
                .distinct()
                .map(module -> module
                        + '='
                        + parts.stream()
                                .filter(part -> part.names().contains(module))
                                .map(part -> "127.0.0.1:" + part.port())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private record Part(String modules, int port) {

        List<String> names() {
            return Arrays.asList(modules.split(",", -1));
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
