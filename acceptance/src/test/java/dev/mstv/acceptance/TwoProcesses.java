package dev.mstv.acceptance;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Two processes on one database, and many clients that call them at once. Closing ends the second one. */
final class TwoProcesses implements AutoCloseable {

    static final int MANY = 50;

    private final RunningApp other = World.anotherProcess().start();

    /** One of the two: the shared one for even numbers. */
    RunningApp app(int number) {
        return number % 2 == 0 ? World.app() : other;
    }

    /** The answers to as many calls at once. */
    static List<Answer> all(IntFunction<Answer> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, MANY)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> call.apply(number), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    static Request registration(String email) {
        return Request.post("/auth/register", "{\"email\":\"%s\",\"password\":\"a fine password\"}".formatted(email));
    }

    static String accounts(String email) {
        return World.database().one("SELECT count(*) FROM users_user WHERE email_key = ?", email);
    }

    @Override
    public void close() {
        other.close();
    }
}
