package dev.mstv.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured works; how fast it is, {@code ./mstv bench} says. */
class BenchmarksTest {

    @Test
    void aQueryGoesThroughAllStages() {
        BusBenchmark benchmark = new BusBenchmark();
        try {
            assertThat(benchmark.allStages()).isEqualTo(1);
        } finally {
            benchmark.stop();
        }
    }

    @Test
    void aRequestIsLetIn() {
        ResilienceBenchmark benchmark = new ResilienceBenchmark();
        try {
            assertThat(benchmark.admitted()).isTrue();
        } finally {
            benchmark.stop();
        }
    }

    @Test
    void aCallGoesOut() {
        ResilienceBenchmark benchmark = new ResilienceBenchmark();
        try {
            assertThat(benchmark.called() + benchmark.calledIdempotent()).isEqualTo(2);
        } finally {
            benchmark.stop();
        }
    }
}
