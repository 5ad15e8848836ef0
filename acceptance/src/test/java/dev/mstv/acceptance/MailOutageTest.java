package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mails wait while nobody takes them, and each is sent once however many nodes send. */
class MailOutageTest {

    private static final int PEOPLE = 20;
    private static final int MAILS = 2 * PEOPLE;

    @Test
    void noMailIsLostWhileTheServerIsAway() {
        try (Postbox postbox = new Postbox();
                RunningApp app = postbox.of(World.ownDatabase("outage")).start()) {
            postbox.stop();
            List<String> people = registered(app);
            assertThat(app.output().await(Pattern.compile("Mail \\S+ is tried again at"), Duration.ofSeconds(30)))
                    .isPresent();
            postbox.restart();
            people.forEach(email -> postbox.last(email, Postbox.VERIFICATION));
            people.forEach(email -> postbox.last(email, Postbox.WELCOME));
            assertThat(postbox.all())
                    .filteredOn(mail -> people.contains(mail.recipients().getFirst()))
                    .hasSize(MAILS);
        }
    }

    @Test
    void twoProcessesSendEachMailOnce() {
        try (Postbox postbox = new Postbox()) {
            Launch launch = postbox.of(World.ownDatabase("shared_mails"));
            try (RunningApp first = launch.start();
                    RunningApp second = launch.start()) {
                List<String> people = IntStream.range(0, PEOPLE)
                        .mapToObj(number -> Account.registered(number % 2 == 0 ? first : second)
                                .email())
                        .toList();
                // And those of the first administrator.
                assertThat(postbox.awaitCount(MAILS + 2)).isTrue();
                people.forEach(email -> assertThat(postbox.to(email)).hasSize(2));
                assertThat(postbox.all()).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsSentByTheNext() {
        try (Postbox postbox = new Postbox()) {
            Launch launch = postbox.of(World.ownDatabase("killed_mails"));
            postbox.stop();
            RunningApp killed = launch.start();
            List<String> people = registered(killed);
            killed.kill();
            killed.close();
            postbox.restart();
            try (RunningApp next = launch.start()) {
                assertThat(postbox.awaitCount(MAILS + 2))
                        .as(next.output()::toString)
                        .isTrue();
                assertThat(people)
                        .allSatisfy(email -> assertThat(postbox.to(email)).hasSize(2));
            }
        }
    }

    private static List<String> registered(RunningApp app) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> Account.registered(app).email())
                .toList();
    }
}
