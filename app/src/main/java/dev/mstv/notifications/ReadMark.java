package dev.mstv.notifications;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of marking a notification as read. */
public sealed interface ReadMark {

    record Marked() implements ReadMark {}

    /** There is no such notification, or none that the caller may mark. */
    record NotificationMissing() implements ReadMark, Refusing {
        @Override
        public Refusal refusal() {
            return NotificationProblem.NOTIFICATION_NOT_FOUND.refusal();
        }
    }
}
