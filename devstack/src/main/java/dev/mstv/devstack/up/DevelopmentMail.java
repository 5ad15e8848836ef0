package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Mail;
import java.nio.file.Path;
import java.util.Map;

/** Takes what the application mails, and keeps the newest of it as files; it runs in this JVM. */
record DevelopmentMail(Path directory, int port, Starting starting) implements DevelopmentServer {

    @Override
    public String name() {
        return "Mail";
    }

    @Override
    public String enabling() {
        return "ENABLE_EMAIL_SERVICE";
    }

    @Override
    public String address() {
        return "SMTP_HOST";
    }

    @Override
    public Provision start() {
        MailFolder folder = new MailFolder(directory);
        Mail mail = starting.start(name(), address(), () -> Mail.start(port, folder::keep), Mail::close);
        return new Provision(
                name(),
                "smtp://%s:%d, kept in %s".formatted(mail.host(), mail.port(), directory),
                Map.of(
                        address(),
                        mail.host(),
                        "SMTP_PORT",
                        Integer.toString(mail.port()),
                        "SMTP_FROM",
                        "mstv@example.com"));
    }

    @Override
    public void endLeftover() {
        // It ended with the JVM that it ran in.
    }

    @Override
    public void drop() {
        FileTree.delete(directory);
    }
}
