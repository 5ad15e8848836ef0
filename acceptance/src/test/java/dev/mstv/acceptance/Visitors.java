package dev.mstv.acceptance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who read, change and order, do nothing twice, and complain of every request that fails. */
final class Visitors implements AutoCloseable {

    private static final int COUNT = 4;
    private static final int PAUSE_MILLIS = 20;
    private static final int VISITS_OF_AN_ACCOUNT = 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private final RunningApp app;
    private final CountDownLatch leaving = new CountDownLatch(1);

    Visitors(RunningApp app) {
        this.app = app;
        for (int i = 0; i < COUNT; i++) {
            threads.execute(this::visit);
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int served() {
        return served.get();
    }

    private void visit() {
        while (leaving.getCount() > 0) {
            try {
                Account account = Account.registered(app);
                served.incrementAndGet();
                for (int i = 0; i < VISITS_OF_AN_ACCOUNT && leaving.getCount() > 0; i++) {
                    send(account.get(account.path()), 200);
                    send(account.patch(account.path(), "{\"name\":\"Ada " + i + "\"}"), 200);
                    send(Orders.place("tok_visa").bearer(account.accessToken()), 201);
                    send(account.get("/orders"), 200);
                    send(account.get("/notifications"), 200);
                }
            } catch (AssertionError | UncheckedIOException e) {
                complaints.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Request request, int status) throws InterruptedException {
        // They have to leave something of the machine to what is started meanwhile.
        boolean unused = leaving.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        Answer answer = app.send(request);
        if (answer.status() == status) {
            served.incrementAndGet();
        } else {
            complaints.add(request.method() + ' ' + request.path() + ": " + answer);
        }
    }

    /** Waits for the last of them. */
    @Override
    public void close() {
        leaving.countDown();
        threads.close();
    }
}
