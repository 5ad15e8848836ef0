package dev.mstv.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure means: a mailbox that is refused or a mail that is, for ever (RFC 5321, 4.2.1), or a bad moment. */
final class SmtpFailure {

    // RFC 5321, 3.8: the server may say so at any command, and closes the connection.
    private static final int NO_SERVICE = 421;
    private static final int PERMANENT = 500;
    private static final String RECIPIENT = "RCPT";
    private static final String CONTENT = "DATA";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>:]+");

    private SmtpFailure() {}

    static Handover of(MessagingException failure) {
        String reason = reason(failure);
        return refused(failure) ? new Handover.Refused(reason) : new Handover.Failed(reason);
    }

    /** Whether it is the server that fails, and not this mail: nothing was answered, or that there is no service now. */
    static boolean isOutage(@Nullable Exception failure) {
        return switch (failure) {
            case AuthenticationFailedException login -> false;
            case SMTPAddressFailedException address -> address.getReturnCode() == NO_SERVICE;
            case SMTPSenderFailedException sender -> sender.getReturnCode() == NO_SERVICE;
            case SMTPSendFailedException whole -> whole.getReturnCode() == NO_SERVICE;
            case MessagingException other -> isOutage(other.getNextException());
            case null, default -> true;
        };
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

    static String reason(MessagingException failure) {
        Exception next = failure.getNextException();
        String message = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return line(next == null ? message : message + "; " + next.getMessage());
    }
}
