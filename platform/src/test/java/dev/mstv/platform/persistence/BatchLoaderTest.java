package dev.mstv.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {

    private static final int THREADS = 32;
    private static final int LOADS = 2_000;

    private static Map<Integer, String> known(Set<Integer> keys) {
        return keys.stream().filter(key -> key >= 0).collect(Collectors.toMap(Function.identity(), String::valueOf));
    }

    @Test
    void findsTheValueOfAKey() {
        assertThat(new BatchLoader<>(BatchLoaderTest::known).load(7)).contains("7");
    }

    @Test
    void findsNothingForAKeyWithoutValue() {
        assertThat(new BatchLoader<>(BatchLoaderTest::known).load(-1)).isEmpty();
    }

    @Test
    void leavesOutOfManyTheKeysWithoutValue() {
        assertThat(new BatchLoader<>(BatchLoaderTest::known).load(Set.of(1, -1, 2)))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void throwsWhatLoadingThrew() {
        BatchLoader<Integer, String> failing = new BatchLoader<>(keys -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> failing.load(1)).hasMessage("away");
    }

    @Test
    void worksAgainAfterAFailure() {
        AtomicInteger batches = new AtomicInteger();
        BatchLoader<Integer, String> recovering = new BatchLoader<>(keys -> {
            if (batches.getAndIncrement() == 0) {
                throw new IllegalStateException("away");
            }
            return known(keys);
        });
        assertThatThrownBy(() -> recovering.load(1)).hasMessage("away");
        assertThat(recovering.load(1)).contains("1");
    }

    @Test
    void makesOneBatchOfWhoComesWhileAnotherIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allCame = new CountDownLatch(1);
        List<Set<Integer>> batches = new ArrayList<>();
        BatchLoader<Integer, String> loader = new BatchLoader<>(keys -> {
            batches.add(Set.copyOf(keys));
            begun.countDown();
            awaited(allCame);
            return known(keys);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> loader.load(1));
            begun.await();
            Future<?> others = threads.submit(() -> loader.load(Set.of(2, 3, 4)));
            while (!others.isDone() && loader.waiting() < 3) {
                Thread.onSpinWait();
            }
            allCame.countDown();
            first.get();
            others.get();
        }
        assertThat(batches).containsExactly(Set.of(1), Set.of(2, 3, 4));
    }

    @Test
    void losesNobodyAmongManyWhoComeAtOnce() throws Exception {
        BatchLoader<Integer, String> loader = new BatchLoader<>(BatchLoaderTest::known);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> found = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                found.add(threads.submit(() -> loadMany(loader)));
            }
            for (Future<Integer> loads : found) {
                assertThat(loads.get()).isEqualTo(LOADS);
            }
        }
    }

    private static int loadMany(BatchLoader<Integer, String> loader) {
        int right = 0;
        for (int key = 0; key < LOADS; key++) {
            if (loader.load(key).orElse("").equals(String.valueOf(key))) {
                right++;
            }
        }
        return right;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
