package dev.mstv.notifications.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The mails that wait to be sent, shared by all nodes. Each call is a transaction of its own. */
public interface PendingMails {

    /** One that is due, ours for {@code lease}: if we die, it is somebody else's after that. */
    Optional<PendingMail> claim(Instant now, Duration lease);

    /** Nothing more is to be done about it; its token is forgotten. Does nothing if it is not ours any more. */
    void settle(PendingMail mail, MailState state);

    /** It is tried again at that time. Does nothing if it is not ours any more. */
    void postpone(PendingMail mail, Instant until);
}
