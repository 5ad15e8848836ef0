package dev.mstv.devstack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** GreenMail's SMTP half: what arrives goes to a receiver and not into mailboxes. */
final class MailServer {

    static final String HOST = "127.0.0.1";

    private final int port;
    private final Consumer<ReceivedMail> receiver;
    private @Nullable GreenMail running;

    MailServer(int port, Consumer<ReceivedMail> receiver) {
        this.port = port;
        this.receiver = receiver;
    }

    int port() {
        return port;
    }

    synchronized void start() {
        if (Ports.isTaken(port)) {
            throw new PortInUse(port);
        }
        GreenMail mail = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        mail.getUserManager().setMessageDeliveryHandler(this::take);
        running = mail;
    }

    synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** Called for each recipient of a message; the first stands for all. */
    private GreenMailUser take(MovingMessage message, MailAddress recipient) throws MessagingException {
        if (recipient.equals(message.getToAddresses().iterator().next())) {
            receiver.accept(MailReader.read(message));
        }
        return new NoMailbox(recipient.getEmail());
    }
}
