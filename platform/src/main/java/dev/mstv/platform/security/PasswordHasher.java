package dev.mstv.platform.security;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hashes and verifies passwords: Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane; OWASP Password Storage
 * Cheat Sheet), and verifies imported bcrypt. A hash costs tens of milliseconds of a core and 19 MiB, so a few platform
 * threads make them, one fewer than there are cores but at least one, and who would have to wait too long is turned away.
 */
@Singleton
public final class PasswordHasher {

    /** A hash that no password belongs to: verifying one against it fails and costs what any other does. */
    public static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA" + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final ThreadPoolExecutor threads;

    PasswordHasher() {
        int size = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
    }

    /** The hash in PHC string format, with a new salt. */
    public String hash(String password) {
        return run(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /** True if {@code hash}, of Argon2 or bcrypt, was made from {@code password}. */
    public boolean verify(String password, String hash) {
        return run(() -> Password.check(password, hash).with(functionOf(hash)));
    }

    /** True if the hash was not made with today's function and parameters. */
    public boolean outdated(String hash) {
        return !hash.startsWith("$argon2id$") || !functionOf(hash).equals(argon2);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static HashingFunction functionOf(String hash) {
        return hash.startsWith("$argon2")
                ? Argon2Function.getInstanceFromHash(hash)
                : BcryptFunction.getInstanceFromHash(hash);
    }

    private <T> T run(Callable<T> work) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw busy();
        }
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw busy();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private static RuntimeException busy() {
        return Problem.of(ProblemKind.UNAVAILABLE, "overloaded", "Too many sign-ins at once; try again shortly.")
                .retryAfter(Duration.ofSeconds(5))
                .refusal();
    }
}
