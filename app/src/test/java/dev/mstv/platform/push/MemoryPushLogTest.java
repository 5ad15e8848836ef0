package dev.mstv.platform.push;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** In the memory of one process. */
class MemoryPushLogTest extends PushLogContract {

    private static final MemoryPushLog LOG = new MemoryPushLog();

    @Override
    PushLog log() {
        return LOG;
    }

    @Test
    void saysSoIfSomeoneHasFallenBehindWhatItKeeps() throws Exception {
        try (PushLog.Reader reader = LOG.read(null)) {
            LOG.append(Collections.nCopies(20_000, push("a")));
            assertThatThrownBy(() -> reader.next(Duration.ZERO)).isInstanceOf(PushesGoneException.class);
        }
    }
}
