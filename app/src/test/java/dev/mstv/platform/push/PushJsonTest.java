package dev.mstv.platform.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other releases, or nobody knows who, have put into the log. */
class PushJsonTest {

    private static final Push PUSH = PushLogContract.push("thing.made");

    @Test
    void readsWhatIsSaidBesidesByANewerRelease() {
        String newer = PushJson.write(PUSH).replaceFirst("\\{", "{\"colour\":\"red\",");
        assertThat(PushJson.read(newer)).contains(PUSH);
    }

    @Test
    void passesOverWhatIsNoPush() {
        assertThat(PushJson.read("{\"id\":1}")).isEmpty();
    }

    @Test
    void passesOverWhatIsNoJson() {
        assertThat(PushJson.read("what's this?")).isEmpty();
    }
}
