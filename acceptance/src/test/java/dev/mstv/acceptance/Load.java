package dev.mstv.acceptance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that register and then change their names until their server is gone, and remember what it acknowledged. */
final class Load {

    private final Queue<String> registered = new ConcurrentLinkedQueue<>();
    private final Queue<Registration> unacknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, Names> names = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** A registration that may be sent again. */
    record Registration(String email, String key) {

        Request request() {
            return Request.post(
                            "/auth/register",
                            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Account.PASSWORD))
                    .header("Idempotency-Key", key);
        }
    }

    /**
     * The names that an account can have now.
     *
     * @param acknowledged the last one that the server has confirmed
     * @param sent the one after it, which may or may not have arrived
     */
    record Names(String acknowledged, String sent) {

        List<String> plausible() {
            return List.of(acknowledged, sent);
        }
    }

    List<String> registered() {
        return List.copyOf(registered);
    }

    List<Registration> unacknowledged() {
        return List.copyOf(unacknowledged);
    }

    Map<String, Names> names() {
        return Map.copyOf(names);
    }

    /** Answers that nobody expected of a server that runs. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    Running on(RunningApp app, int clients) {
        Running running = new Running();
        for (int i = 0; i < clients; i++) {
            running.threads.execute(() -> work(app, running));
        }
        return running;
    }

    private void work(RunningApp app, Running running) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Account account = register(app);
                running.acknowledged.incrementAndGet();
                rename(app, account, running);
            }
        } catch (UncheckedIOException e) {
            // The server is gone, as it was meant to be.
        } catch (AssertionError e) {
            surprises.add(e.getMessage());
        }
    }

    private Account register(RunningApp app) {
        Registration registration =
                new Registration(World.newEmail(), UUID.randomUUID().toString());
        unacknowledged.add(registration);
        Account account = Account.of(app.send(registration.request()).expect(201));
        unacknowledged.remove(registration);
        registered.add(registration.email());
        return account;
    }

    private void rename(RunningApp app, Account account, Running running) {
        String acknowledged = null;
        for (String name : List.of("Ada", "Grace", "Barbara", "Frances")) {
            if (acknowledged != null) {
                names.put(account.email(), new Names(acknowledged, name));
            }
            app.send(account.patch(account.path(), "{\"name\":\"" + name + "\"}"))
                    .expect(200);
            running.acknowledged.incrementAndGet();
            acknowledged = name;
            names.put(account.email(), new Names(name, name));
        }
    }

    /** The clients at work; closing waits for the last one. */
    static final class Running implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicInteger acknowledged = new AtomicInteger();

        int acknowledged() {
            return acknowledged.get();
        }

        @Override
        public void close() {
            threads.close();
        }
    }
}
