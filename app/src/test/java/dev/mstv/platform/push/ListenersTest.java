package dev.mstv.platform.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whom a push is handed to. */
class ListenersTest {

    private static final Push PUSH = PushLogContract.push("thing.made");

    private final Listeners listeners = new Listeners();
    private final List<Push> heard = new ArrayList<>();

    private final class Ear implements PushListener {

        private final boolean broken;

        Ear(boolean broken) {
            this.broken = broken;
        }

        @Override
        public void pushed(Push push, String position) {
            if (broken) {
                throw new IllegalStateException("A bug");
            }
            heard.add(push);
        }

        @Override
        public void missed() {}
    }

    private Pushes.Listening listen(String... audiences) {
        Set<Audience> all = Set.of(audiences).stream().map(Audience::all).collect(Collectors.toSet());
        return listeners.add(all, new Ear(false));
    }

    private void tell() {
        int unused = listeners.tell(new PushLog.Entry("1", PUSH));
    }

    @Test
    void aListenerOfTheAudienceHearsIt() {
        Pushes.Listening unused = listen("things");
        tell();
        assertThat(heard).containsExactly(PUSH);
    }

    @Test
    void aListenerOfAnotherAudienceDoesNot() {
        Pushes.Listening unused = listen("others");
        tell();
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatIsGoneDoesNot() {
        listen("things").close();
        tell();
        assertThat(heard).isEmpty();
    }

    @Test
    void oneThatFailsKeepsItFromNobody() {
        for (int i = 0; i < 10; i++) {
            Pushes.Listening unused = listeners.add(Set.of(Audience.all("things")), new Ear(i % 2 == 0));
        }
        tell();
        assertThat(heard).hasSize(5);
    }
}
