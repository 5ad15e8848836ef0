package dev.mstv.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.bus.v1.Answer;
import dev.mstv.contracts.bus.v1.BusGrpc;
import dev.mstv.contracts.bus.v1.Call;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.Discovery;
import dev.mstv.platform.discovery.Instance;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls find a process that answers. */
class ChannelsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CALLERS = 16;
    private static final int CALLS = 300;
    private static final int IN_A_ROW = 50;

    private final List<Server> servers = new ArrayList<>();
    private final List<Channels> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Channels::close);
        servers.forEach(Server::shutdownNow);
    }

    @Test
    void noCallIsLostWhileConnectionsAreLookedAfter() {
        Channels channels = to(server(new Answering()));
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofVirtual().start(() -> callOften(channels, failures)))
                .toList();
        boolean ended = Polling.until(LIMIT, () -> callers.stream().noneMatch(Thread::isAlive));
        callers.forEach(Thread::interrupt);
        assertThat(failures).isEmpty();
        assertThat(ended).isTrue();
    }

    @Test
    void oneOfTwoThatNeverAnswersIsLeftOut() {
        Channels channels = to(server(new Answering()), server(new Silent()));
        assertThat(Polling.until(LIMIT, () -> answeredInARow(channels))).isTrue();
    }

    private static void callOften(Channels channels, Queue<String> failures) {
        for (int i = 0; i < CALLS && failures.isEmpty(); i++) {
            channels.reconnect();
            Status status = status(channels, LIMIT);
            if (!status.isOk()) {
                failures.add(status.toString());
            }
        }
    }

    private static boolean answeredInARow(Channels channels) {
        for (int i = 0; i < IN_A_ROW; i++) {
            if (!status(channels, Duration.ofMillis(200)).isOk()) {
                return false;
            }
        }
        return true;
    }

    private static Status status(Channels channels, Duration limit) {
        try {
            Answer unused = channels.to("users", LIMIT)
                    .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .run(Call.getDefaultInstance());
            return Status.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus();
        } catch (IOException e) {
            return Status.UNAVAILABLE.withCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCELLED.withCause(e);
        }
    }

    private Channels to(Server... running) {
        Variables variables = new Variables(Map.of(
                "DATABASE_URL", "postgresql://nobody@127.0.0.1/nothing",
                "SERVICE_SECRET", "another-secret-of-more-than-thirty-two-bytes",
                "JWT_SECRET", "another-secret-of-more-than-thirty-two-bytes",
                "ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
        List<Instance> instances = new ArrayList<>();
        for (Server server : running) {
            instances.add(new Instance("127.0.0.1", server.getPort()));
        }
        Channels channels = new Channels(
                new Known(instances),
                Settings.read(variables, 0),
                new Composition("test", List.of(), Set.of(), Set.of()),
                Clock.systemUTC(),
                Optional.empty());
        opened.add(channels);
        return channels;
    }

    private Server server(BusGrpc.BusImplBase service) {
        try {
            Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(service)
                    .build()
                    .start();
            servers.add(server);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Known(List<Instance> instances) implements Discovery {

        @Override
        public List<Instance> of(String module) {
            return instances;
        }

        @Override
        public void onChange(Runnable listener) {
            // Nothing ever does.
        }
    }

    private static final class Answering extends BusGrpc.BusImplBase {

        @Override
        public void run(Call call, StreamObserver<Answer> answers) {
            answers.onNext(Answer.getDefaultInstance());
            answers.onCompleted();
        }
    }

    private static final class Silent extends BusGrpc.BusImplBase {

        @Override
        public void run(Call call, StreamObserver<Answer> answers) {
            // Says nothing, for ever.
        }
    }
}
