package dev.mstv.platform.grpc;

import dev.mstv.platform.edge.Connections;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushListener;
import dev.mstv.platform.push.PushLog;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream of what happens; a client that takes nothing is let go. */
final class Watch<A> implements PushListener {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_AT_ONCE = 100;
    private static final long PATIENCE_SECONDS = 10;

    private final ServerCallStreamObserver<A> client;
    private final Function<List<PushLog.Entry>, List<A>> answer;
    private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Optional<PushLog.Entry>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Semaphore ready = new Semaphore(0);
    private final Thread sender = Thread.ofVirtual().name("watch").unstarted(this::send);
    private volatile boolean tooSlow;
    private boolean ended;

    Watch(
            ServerCallStreamObserver<A> client,
            Function<List<PushLog.Entry>, List<A>> answer,
            Connections.Connection connection) {
        this.client = client;
        this.answer = answer;
        atEnd.add(connection::close);
        client.setOnReadyHandler(ready::release);
        client.setOnCancelHandler(this::end);
    }

    /** Does something when this ends, at once if it has. */
    void onEnd(Runnable work) {
        synchronized (this) {
            if (!ended) {
                atEnd.add(work);
                return;
            }
        }
        work.run();
    }

    void begin() {
        sender.start();
    }

    static Problem positionGone() {
        return Problem.of(
                ProblemKind.STALE,
                "position_gone",
                "What came after this is not known any more; ask for what there is.");
    }

    @Override
    public void pushed(Push push, String position) {
        // After one that found no room none may come; the client is told those before it, and may go on from there.
        if (!tooSlow && !waiting.offer(Optional.of(new PushLog.Entry(position, push)))) {
            tooSlow = true;
        }
    }

    @Override
    public void missed() {
        refuse(positionGone());
    }

    /** Tells the client why it is told no more. */
    void refuse(Problem problem) {
        if (over()) {
            client.onError(ProblemStatus.of(problem, ""));
        }
    }

    /** The process stops. */
    void leave() {
        if (over()) {
            client.onError(Status.UNAVAILABLE.withDescription("Watch again.").asRuntimeException());
        }
    }

    void end() {
        boolean unused = over();
    }

    private boolean over() {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
        }
        atEnd.forEach(Runnable::run);
        // Not interrupted, which would close the connection to the database that the sender may be using.
        waiting.clear();
        boolean unused = waiting.offer(Optional.empty());
        ready.release();
        return true;
    }

    private void send() {
        try {
            while (!isOver()) {
                List<Optional<PushLog.Entry>> next = new ArrayList<>(List.of(waiting.take()));
                awaitClient();
                int unused = waiting.drainTo(next, MOST_AT_ONCE - 1);
                tell(next.stream().flatMap(Optional::stream).toList());
                if (tooSlow && waiting.isEmpty()) {
                    throw tooSlow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Refusal refusal) {
            refuse(refusal.problem());
        } catch (RuntimeException bug) {
            LOG.error("A client cannot be told", bug);
            refuse(Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."));
        }
    }

    private void awaitClient() throws InterruptedException {
        while (!client.isReady() && !isOver()) {
            if (!ready.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS) && tooSlow) {
                throw tooSlow();
            }
        }
    }

    private static Refusal tooSlow() {
        return Problem.of(ProblemKind.TOO_MANY, "too_slow", "The client does not take what it is told.")
                .refusal();
    }

    private synchronized boolean isOver() {
        return ended;
    }

    private void tell(List<PushLog.Entry> entries) {
        if (isOver()) {
            return;
        }
        List<A> said = answer.apply(entries);
        synchronized (this) {
            if (!ended) {
                said.forEach(client::onNext);
            }
        }
    }
}
