package dev.mstv.acceptance;

import dev.mstv.devstack.Mail;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that processes can be told of, and what arrives there. */
final class Postbox implements AutoCloseable {

    static final String WELCOME = "Welcome to MSTV";
    static final String VERIFICATION = "Confirm your e-mail address";
    static final String RESET = "Choose a new password";
    static final String APP_URL = "https://app.example.com";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LEASED = Duration.ofMinutes(4);
    private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43})\\s");

    private final Mail server = Mail.temporary();

    /** A process that sends its mails here. */
    Launch of(Launch launch) {
        return launch.with("ENABLE_EMAIL_SERVICE", "true")
                .with("SMTP_HOST", server.host())
                .with("SMTP_PORT", Integer.toString(server.port()))
                .with("SMTP_FROM", "mstv@example.com")
                .with("APP_URL", APP_URL);
    }

    void stop() {
        server.stop();
    }

    void restart() {
        server.restart();
    }

    List<ReceivedMail> all() {
        return server.messages();
    }

    /** Those that have come to an address, the oldest first. */
    List<ReceivedMail> to(String email) {
        return all().stream().filter(mail -> mail.recipients().contains(email)).toList();
    }

    /** The last one of this subject that has come to an address; waits for one if there is none. */
    ReceivedMail last(String email, String subject) {
        if (!Polling.until(LIMIT, () -> found(email, subject).isPresent())) {
            throw new AssertionError("Nothing of \"" + subject + "\" has come to " + email + ", but " + to(email));
        }
        return found(email, subject).orElseThrow();
    }

    /** The token in the link of that mail. */
    String token(String email, String subject) {
        Matcher link = TOKEN.matcher(last(email, subject).text());
        if (!link.find()) {
            throw new AssertionError("No link in " + last(email, subject).text());
        }
        return link.group(1);
    }

    /** Whether so many come; long enough for those that a dead process had begun to send. */
    boolean awaitCount(int count) {
        return Polling.until(LEASED, () -> all().size() >= count);
    }

    @Override
    public void close() {
        server.close();
    }

    private Optional<ReceivedMail> found(String email, String subject) {
        return to(email).stream().filter(mail -> mail.subject().equals(subject)).reduce((earlier, later) -> later);
    }
}
