package dev.mstv.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Someone who sends commands to any process there is. What is not answered is sent again, to another process, with the
 * same idempotency key; what stays unanswered is left open.
 */
final class Client implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 200;
    private static final Set<String> PASSING =
            Set.of("503 database_unavailable", "503 service_unavailable", "409 idempotency_in_progress");

    private final List<Node> nodes;
    private final Ledger ledger;
    private final CountDownLatch end;

    Client(List<Node> nodes, Ledger ledger, CountDownLatch end) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.end = end;
    }

    @Override
    public void run() {
        try {
            while (end.getCount() > 0) {
                live();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The life of one user, up to the first command that stays open. */
    private void live() throws InterruptedException {
        String email = World.newEmail();
        Request registration = Request.post(
                "/auth/register", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Account.PASSWORD));
        Optional<Answer> registered = acknowledged(registration, 201, List.of("user.registered", "user.logged_in"));
        if (registered.isEmpty()) {
            return;
        }
        Account account = Account.of(registered.get());
        for (String name : List.of("Ada", "Grace", "Barbara", "Frances", "Radia", "Katherine")) {
            Request renaming = account.patch(account.path(), "{\"name\":\"" + name + "\"}");
            if (acknowledged(renaming, 200, List.of("user.updated")).isEmpty()) {
                return;
            }
        }
        if (acknowledged(Account.login(email, Account.PASSWORD), 200, List.of("user.logged_in"))
                .isPresent()) {
            acknowledged(account.delete(account.path()), 204, List.of("user.deleted"));
        }
    }

    private Optional<Answer> acknowledged(Request command, int status, List<String> events)
            throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Request request = command.header("Idempotency-Key", id).header("X-Request-Id", id);
        long until = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<Answer> answer = answer(request);
            if (answer.isPresent() && answer.get().status() == status) {
                ledger.acknowledge(id, events);
                return answer;
            }
            if (answer.isPresent() && !isPassing(answer.get())) {
                ledger.wonder(command.method() + " " + command.path() + ": " + answer.get());
                break;
            }
            ledger.retry();
        } while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < until);
        ledger.leaveOpen();
        return Optional.empty();
    }

    private Optional<Answer> answer(Request request) {
        try {
            return Optional.of(
                    nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())).send(request));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPassing(Answer answer) {
        return answer.status() >= 400 && PASSING.contains(answer.problem());
    }
}
