package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Kills one thing or two at random moments while commands are acknowledged, and starts them again some time later. */
final class Killer {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int MAX_PAUSE_MILLIS = 2_000;
    private static final int MAX_COMMANDS_BETWEEN = 20;
    private static final double TWO_AT_ONCE = 0.25;

    private final List<Victim> victims;
    private final Outboxes outboxes;
    private final IntSupplier acknowledged;
    private final Random random;
    private final Map<String, Integer> killed = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();

    Killer(List<Victim> victims, Outboxes outboxes, IntSupplier acknowledged, long seed) {
        this.victims = victims;
        this.outboxes = outboxes;
        this.acknowledged = acknowledged;
        this.random = new Random(seed);
    }

    /** How many of each kind were killed. */
    Map<String, Integer> killed() {
        return killed;
    }

    /** What was killed and started when, in UTC. */
    List<String> steps() {
        return steps;
    }

    /** For each time, how long after everything ran again all that was stored until then had been sent. */
    List<Duration> recoveries() {
        return recoveries;
    }

    void kill(int times) {
        for (int left = times; left > 0; ) {
            awaitCommands(1 + random.nextInt(MAX_COMMANDS_BETWEEN));
            List<Victim> some = chosen(left);
            left -= some.size();
            for (Victim victim : some) {
                steps.add(Instant.now() + " kill " + victim.kind());
                victim.kill();
                killed.merge(victim.kind(), 1, Integer::sum);
            }
            boolean unused = Polling.until(Duration.ofMillis(random.nextInt(MAX_PAUSE_MILLIS)), () -> false);
            victims.stream().filter(some::contains).forEach(Victim::restart);
            steps.add(Instant.now() + " all run again");
            recover();
        }
    }

    private void recover() {
        long begin = System.nanoTime();
        Map<String, Long> stored = outboxes.stored();
        assertThat(Polling.until(LIMIT, () -> outboxes.sent(stored)))
                .as(() -> "not sent after a restart: " + outboxes.unsent())
                .isTrue();
        recoveries.add(Duration.ofNanos(System.nanoTime() - begin));
    }

    private List<Victim> chosen(int most) {
        Victim first = random(victims);
        Victim second = random.nextDouble() < TWO_AT_ONCE ? random(victims) : first;
        return first.equals(second) || most == 1 ? List.of(first) : List.of(first, second);
    }

    // By kind first: there are several processes of the application, and one of each server.
    private Victim random(List<Victim> among) {
        List<String> kinds = among.stream().map(Victim::kind).distinct().toList();
        String kind = kinds.get(random.nextInt(kinds.size()));
        List<Victim> alike =
                among.stream().filter(victim -> victim.kind().equals(kind)).toList();
        return alike.get(random.nextInt(alike.size()));
    }

    private void awaitCommands(int more) {
        int enough = acknowledged.getAsInt() + more;
        assertThat(Polling.until(LIMIT, () -> acknowledged.getAsInt() >= enough))
                .as("commands are acknowledged again")
                .isTrue();
    }
}
