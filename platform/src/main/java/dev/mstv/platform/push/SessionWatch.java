package dev.mstv.platform.push;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.security.Gate;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells those who stay connected that they may not any more: their token is over, or their session has ended, which is
 * looked at when something happens to the account, and every half minute in case that was missed. While nobody can tell
 * whether a session lives, it is taken to. Thread-safe.
 */
@Singleton
public final class SessionWatch {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final Pushes pushes;
    private final Gate gate;
    private final Clock clock;
    private final Set<Watched> all = ConcurrentHashMap.newKeySet();
    private final Semaphore checking = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sessions").factory());

    SessionWatch(Pushes pushes, Gate gate, Clock clock) {
        this.pushes = pushes;
        this.gate = gate;
        this.clock = clock;
        Future<?> unused = timer.scheduleWithFixedDelay(
                () -> all.forEach(Watched::check), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Watches until what is returned is closed.
     *
     * @param ended is told once, and why; on a thread that may block
     * @throws Refusal of kind {@code UNAVAILABLE} if this is not possible now
     */
    public Pushes.Listening watch(Credentials credentials, Consumer<Problem> ended) {
        Watched watched = new Watched(gate.user(credentials.caller()), ended);
        watched.begin(credentials.until());
        return watched;
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    private final class Watched implements Pushes.Listening, PushListener {

        private final Caller.User user;
        private final Consumer<Problem> ended;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Pushes.Listening listening = () -> {};
        private volatile Future<?> expiry = CompletableFuture.completedFuture(null);

        Watched(Caller.User user, Consumer<Problem> ended) {
            this.user = user;
            this.ended = ended;
        }

        void begin(Instant until) {
            listening = pushes.listen(Set.of(Audience.account(user.userId())), this);
            all.add(this);
            expiry = timer.schedule(
                    () -> end(Problem.of(ProblemKind.UNAUTHENTICATED, "token_expired", "The token has expired.")),
                    Duration.between(clock.instant(), until).toMillis(),
                    TimeUnit.MILLISECONDS);
            if (over.get()) {
                // It was over before all of this was there to be closed.
                close();
            } else {
                // It may have ended since somebody looked.
                check();
            }
        }

        @Override
        public void pushed(Push push, String position) {
            check();
        }

        @Override
        public void missed() {
            check();
        }

        void check() {
            Thread unused = Thread.startVirtualThread(() -> {
                checking.acquireUninterruptibly();
                try {
                    gate.requireLiveSession(user);
                } catch (Refusal refusal) {
                    if (!Refusal.saysAway(refusal)) {
                        end(refusal.problem());
                    }
                } finally {
                    checking.release();
                }
            });
        }

        private void end(Problem why) {
            if (over.compareAndSet(false, true)) {
                close();
                Thread unused = Thread.startVirtualThread(() -> ended.accept(why));
            }
        }

        @Override
        public void close() {
            over.set(true);
            all.remove(this);
            listening.close();
            boolean unused = expiry.cancel(false);
        }
    }
}
