package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.Notification;
import dev.mstv.notifications.domain.PendingMail;
import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.SealedLink;
import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.mail.MailMessage;
import dev.mstv.platform.mail.MailTemplate;
import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes mails. What is secret in them is in clear here only. */
@Singleton
final class MailWriter {

    private final String appUrl;
    private final Encryption encryption;
    private final Map<Template, MailTemplate> templates = Arrays.stream(Template.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), template -> MailTemplate.of(template.label())));

    MailWriter(Settings settings, Encryption encryption) {
        this.appUrl = settings.mail().appUrl();
        this.encryption = encryption;
    }

    MailMessage write(PendingMail mail, Recipient recipient) {
        Notification notification = mail.notification();
        MailTemplate template = Objects.requireNonNull(templates.get(notification.template()));
        Map<String, String> values = Map.of(
                "greeting", recipient.name() == null ? "Hello" : "Hello " + recipient.name(),
                "email", recipient.email(),
                "link", link(notification, mail.link()));
        return new MailMessage(
                notification.id(),
                recipient.email(),
                recipient.name(),
                notification.subject(),
                template.text(values),
                template.html(values));
    }

    /** Whether the link of the mail, if it has one, may go to this address. */
    boolean mayGoTo(Recipient recipient, PendingMail mail) {
        byte[] address = recipient.email().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return mail.link() == null || mail.link().address().equals(encryption.fingerprint(address));
    }

    private String link(Notification notification, @Nullable SealedLink link) {
        return switch (notification.template()) {
            case WELCOME -> appUrl;
            case VERIFICATION -> appUrl + "/verify-email?token=" + opened(link);
            case PASSWORD_RESET -> appUrl + "/reset-password?token=" + opened(link);
            case ORDER_PAID, ORDER_PAYMENT_FAILED, ORDER_REFUNDED -> appUrl + "/orders/" + notification.order();
        };
    }

    private String opened(@Nullable SealedLink link) {
        if (link == null) {
            throw new IllegalStateException("A mail with a link has no token");
        }
        return new String(encryption.decrypt(link.token()), StandardCharsets.UTF_8);
    }
}
