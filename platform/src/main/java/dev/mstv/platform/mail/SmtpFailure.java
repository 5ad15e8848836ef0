package dev.mstv.platform.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure means: a mailbox that is refused or a mail that is, for ever (RFC 5321, 4.2.1), or a bad moment. */
final class SmtpFailure {

    private static final int PERMANENT = 500;
    private static final String RECIPIENT = "RCPT";
    private static final String CONTENT = "DATA";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>:]+");

    private SmtpFailure() {}

    static Handover of(MessagingException failure) {
        String reason = reason(failure);
        return refused(failure) ? new Handover.Refused(reason) : new Handover.Failed(reason);
    }

    // A refused sender or login is a fault of ours that can be repaired, so those mails wait.
    private static boolean refused(@Nullable Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address when address.getReturnCode() >= PERMANENT -> true;
            case SMTPSendFailedException whole when whole.getReturnCode() >= PERMANENT && ours(whole) -> true;
            case MessagingException other -> refused(other.getNextException());
            case null, default -> false;
        };
    }

    private static boolean ours(SMTPSendFailedException failure) {
        String command = String.valueOf(failure.getCommand());
        return command.startsWith(RECIPIENT) || command.startsWith(CONTENT) || command.equals(".");
    }

    // Servers repeat the address, which is nobody's business where reasons are read.
    private static String line(String reason) {
        return ADDRESS.matcher(reason).replaceAll("…").replaceAll("\\s+", " ").strip();
    }

    private static String reason(MessagingException failure) {
        Exception next = failure.getNextException();
        String message = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return line(next == null ? message : message + "; " + next.getMessage());
    }
}
