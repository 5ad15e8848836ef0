package dev.mstv;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Message;
import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.Receipt;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends messages as an edge does. */
record Sender(
        ApplicationContext process,
        Caller caller,
        Duration patience,
        @Nullable String key,
        Receipt receipt) {

    Sender(ApplicationContext process, Caller caller) {
        this(process, caller, Duration.ofSeconds(30), null, new Receipt());
    }

    /** The same, whose time has run out. */
    Sender late() {
        return new Sender(process, caller, Duration.ofNanos(-1), key, receipt);
    }

    /** The same with an idempotency key, as a request of its own. */
    Sender with(String newKey) {
        return new Sender(process, caller, patience, newKey, new Receipt());
    }

    <R> R send(Command<R> command) {
        return call().call(() -> process.getBean(Bus.class).send(command));
    }

    <R> R ask(Query<R> query) {
        return call().call(() -> process.getBean(Bus.class).ask(query));
    }

    /** Does something of the platform that is no message. */
    <R> R in(Supplier<R> work) {
        return call().call(work);
    }

    /** The problem for which a message is refused. */
    Problem refused(Message<?> message) {
        return catchThrowableOfType(Refusal.class, () -> run(message)).problem();
    }

    private void run(Message<?> message) {
        Object unused =
                switch (message) {
                    case Command<?> command -> send(command);
                    case Query<?> query -> ask(query);
                };
    }

    private CallContext call() {
        return new CallContext(
                caller,
                new Client("127.0.0.1", "test"),
                "request-1",
                Trace.begin(),
                System.nanoTime() + patience.toNanos(),
                key,
                ConsistencyToken.NONE,
                null,
                receipt,
                null,
                CallContext.STAYS,
                new AtomicInteger());
    }
}
