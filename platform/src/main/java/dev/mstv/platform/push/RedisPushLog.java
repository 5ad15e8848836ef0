package dev.mstv.platform.push;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.redis.RedisAwayException;
import dev.mstv.platform.redis.RedisListener;
import dev.mstv.platform.redis.Script;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log as a stream of Redis, which all processes share; it begins anew when the server does. */
@Singleton
@Primary
@Requires(property = Redis.ON, value = "true")
final class RedisPushLog implements PushLog, RedisListener {

    private static final Script<Long> APPEND = Script.number("push_append");
    private static final Script<List<String>> END = Script.texts("push_end");
    private static final Script<List<String>> READ = Script.texts("push_read");
    private static final List<String> KEY = List.of("pushes");
    private static final String MESSAGE = "pushes";
    private static final String GONE = "gone";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,15}-[0-9]{1,15}");
    private static final int PAGE = 500;
    // Only a safety net: whoever appends tells.
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Redis redis;
    private final String kept;
    private final Set<Semaphore> waiting = ConcurrentHashMap.newKeySet();

    @Inject
    RedisPushLog(Redis redis) {
        this(redis, KEPT);
    }

    /** One that keeps pushes for another time. */
    RedisPushLog(Redis redis, Duration kept) {
        this.redis = redis;
        this.kept = Long.toString(kept.toMillis());
        redis.listen(this);
    }

    @Override
    public void append(List<Push> pushes) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(MOST), kept, redis.channel(), MESSAGE));
        pushes.forEach(push -> arguments.add(PushJson.write(push)));
        long unused = reached(() -> redis.ask(APPEND, KEY, arguments));
    }

    @Override
    public Reader read(@Nullable String position) throws PushesGoneException {
        String end = reached(() -> redis.ask(END, KEY, List.of(kept))).getFirst();
        if (position != null && !POSITION.matcher(position).matches()) {
            throw new PushesGoneException();
        }
        return new FromRedis(position == null ? end : position, end);
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (RedisAwayException e) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            "service_unavailable",
                            "What is told to clients cannot be kept or read now.")
                    .retryAfter(Duration.ofSeconds(1))
                    .refusal();
        }
    }

    @Override
    public void heard(String message) {
        if (message.equals(MESSAGE)) {
            waiting.forEach(Semaphore::release);
        }
    }

    @Override
    public void connected() {}

    @Override
    public void lost() {}

    private final class FromRedis implements Reader {

        private final Semaphore bell = new Semaphore(0);
        private final List<Entry> first;
        private String position;
        private boolean complete;

        FromRedis(String position, String end) throws PushesGoneException {
            this.position = position;
            this.complete = position.equals(end);
            this.first = complete ? List.of() : new ArrayList<>(look());
            waiting.add(bell);
        }

        @Override
        public String position() {
            return position;
        }

        @Override
        public List<Entry> next(Duration patience) throws PushesGoneException, InterruptedException {
            if (!first.isEmpty()) {
                List<Entry> entries = List.copyOf(first);
                first.clear();
                return entries;
            }
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                bell.drainPermits();
                List<Entry> entries = look();
                long left = end - System.nanoTime();
                if (!entries.isEmpty() || left <= 0) {
                    return entries;
                }
                boolean unused = bell.tryAcquire(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
            }
        }

        private List<Entry> look() throws PushesGoneException {
            List<String> answer = reached(() -> redis.ask(READ, KEY, List.of(position, Integer.toString(PAGE), kept)));
            if (answer.size() == 1 && answer.getFirst().equals(GONE)) {
                throw new PushesGoneException();
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < answer.size(); i += 2) {
                position = answer.get(i);
                PushJson.read(answer.get(i + 1)).ifPresent(push -> entries.add(new Entry(position, push)));
            }
            complete = complete || answer.size() < 2 * PAGE;
            return entries;
        }

        @Override
        public boolean caughtUp() {
            return complete && first.isEmpty();
        }

        @Override
        public void close() {
            waiting.remove(bell);
        }
    }
}
