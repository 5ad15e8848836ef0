package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final Closing closing = new Closing();
    private final List<String> ended = new ArrayList<>();

    @Test
    void endsTheLastFirst() {
        closing.start(() -> "database", ended::add);
        closing.start(() -> "application", ended::add);
        closing.run();
        assertThat(ended).containsExactly("application", "database");
    }

    @Test
    void letsNothingStartOnceItHasBegun() {
        closing.run();
        assertThatThrownBy(() -> closing.start(() -> "application", ended::add)).isInstanceOf(Refusal.class);
    }
}
