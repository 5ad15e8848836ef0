package dev.mstv.platform.mail;

/** Hands mails to who delivers them. Exists where mails are sent at all; thread-safe. */
public interface Mailer {

    /**
     * Hands over one mail; blocks for two minutes at the very most, and usually for much less.
     *
     * @return what became of it; a mail may have been taken although it says {@link Handover.Failed}, if the answer was
     *     lost
     */
    Handover send(MailMessage message);
}
