package dev.mstv.notifications.domain;

/** What became of the mail of a notification. */
public enum MailState {
    /** It is sent as soon as it can be. */
    PENDING,
    /** The mail server has taken it. */
    SENT,
    /** Mails were off when it was made: nothing is sent, now or later. */
    STORED_ONLY,
    /** It was refused, tried too often, or came too late. */
    FAILED
}
